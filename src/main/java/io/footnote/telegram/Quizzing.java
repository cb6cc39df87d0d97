package io.footnote.telegram;

import io.footnote.article.Article;
import io.footnote.quiz.QuizItem;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * What the bot needs for quizzes; each for any number of threads.
 *
 * @param making makes the items of an article, the most central first
 * @param answering whether the embedded answerer finds a sentence that an item's key rests on, from the question alone
 * @param accepting whether a typed answer is right
 */
public record Quizzing(
        Function<Article, List<QuizItem>> making,
        BiPredicate<QuizItem, Article> answering,
        BiPredicate<QuizItem, String> accepting) {

    /** How many items are made of an article. */
    public static final int PER_ARTICLE = 20;
    /** What chance goes by when they are. */
    public static final long SEED = 1;

    /** Without quizzes: no article gives any item. */
    public static final Quizzing NONE =
            new Quizzing(article -> List.of(), (item, article) -> false, (item, typed) -> false);
}
