package io.footnote.quiz;

import io.footnote.article.Article;
import io.footnote.article.Sentence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an option is wrong by the article. Immutable.
 *
 * @param option the option
 * @param elsewhere the number of the first sentence that names it, which is about something else, or null where the
 *     article never does
 */
public record WrongOption(String option, @Nullable Integer elsewhere) {

    /** Those of an item, in the order of its options; none for a statement that is true or false. */
    public static List<WrongOption> of(QuizItem item, Article article) {
        List<WrongOption> wrong = new ArrayList<>();
        if (item.type() == ItemType.TRUE_FALSE) {
            return wrong;
        }
        for (String option : item.options()) {
            if (!option.equals(item.key())) {
                wrong.add(new WrongOption(option, elsewhere(option, item, article)));
            }
        }
        return wrong;
    }

    private static @Nullable Integer elsewhere(String option, QuizItem item, Article article) {
        String named = option.substring(option.lastIndexOf(' ') + 1);
        String wanted = Character.isDigit(named.charAt(0)) || item.type() == ItemType.ORDER ? option : named;
        return article.sentences().stream()
                .filter(Sentence::citable)
                .filter(sentence -> QuizItem.holds(article.textOf(sentence), wanted))
                .map(Sentence::number)
                .filter(number ->
                        item.type() == ItemType.ORDER || !item.evidence().contains(number))
                .findFirst()
                .orElse(null);
    }
}
