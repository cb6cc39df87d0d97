package io.footnote.telegram;

import io.footnote.article.Article;
import io.footnote.quiz.ItemType;
import io.footnote.quiz.QuizItem;
import io.footnote.storage.Outbox;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Questions under /start that the bot has itself checked it can answer. Safe for any number of threads. */
final class SuggestedQuestions {
    /** How many stand under /start. */
    static final int MOST = 3;
    /** What a deep link to a question begins with. */
    static final String LINK = "q_";

    private static final int LONGEST_LABEL = 60;
    private static final Set<ItemType> ASKED =
            EnumSet.of(ItemType.WHO, ItemType.WHAT, ItemType.WHERE, ItemType.WHEN, ItemType.HOW_MANY);

    private final ItemPool pool;
    private final Questions questions;

    SuggestedQuestions(ItemPool pool, Questions questions) {
        this.pool = pool;
        this.questions = questions;
    }

    /** Whether an item asks in a way that a reader would ask the bot. */
    static boolean isQuestion(QuizItem item) {
        return ASKED.contains(item.type());
    }

    /** Questions about these articles, which take turns. */
    List<QuizItem> about(List<Article> articles) {
        List<List<QuizItem>> answered = articles.stream().map(pool::answered).toList();
        List<QuizItem> chosen = new ArrayList<>();
        for (int round = 0; round < MOST; round++) {
            for (List<QuizItem> ofOne : answered) {
                if (round < ofOne.size() && chosen.size() < MOST) {
                    chosen.add(ofOne.get(round));
                }
            }
        }
        return chosen;
    }

    /** A button for each of them, before what stands there already. */
    static void add(Buttons buttons, List<QuizItem> suggested) {
        suggested.forEach(item -> buttons.row(
                Excerpt.of(item.question(), LONGEST_LABEL), new Press(Press.Verb.QUESTION, 0, 0, item.id())));
    }

    /** The answer to the question of an item, as long as that is in use. */
    List<Outbox.Message> answer(Incoming in, String itemId) {
        return pool.usable(itemId)
                .map(item -> questions.answer(in, new Questions.Asked(item.question(), null, false)))
                .orElseGet(() -> List.of(Outgoing.reply(in, Reply.of(in.texts().say(Phrase.QUIZ_QUESTION_GONE)))));
    }
}
