package io.footnote.telegram;

import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Grounded;
import io.footnote.answer.Overview;
import io.footnote.storage.Exchanges.Opinion;
import java.util.ArrayList;
import java.util.List;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** The buttons under a message, row by row. For one thread. */
final class Buttons {
    /** How many sources have a button. */
    static final int MOST_SOURCES = 24;

    /** How many other sources have a button beside the one that leads back. */
    static final int MOST_BESIDE_BACK = 7;

    private static final int SOURCES_A_ROW = 8;

    private final List<InlineKeyboardRow> rows = new ArrayList<>();

    /** A button in a row of its own. */
    Buttons row(String label, Press press) {
        rows.add(new InlineKeyboardRow(button(label, press)));
        return this;
    }

    /** A button in the last row. */
    Buttons beside(String label, Press press) {
        if (rows.isEmpty()) {
            return row(label, press);
        }
        rows.getLast().add(button(label, press));
        return this;
    }

    private static InlineKeyboardButton button(String label, Press press) {
        return InlineKeyboardButton.builder()
                .text(label)
                .callbackData(press.data())
                .build();
    }

    InlineKeyboardMarkup markup() {
        return new InlineKeyboardMarkup(rows);
    }

    /**
     * Those under a message of an answer: one for each source, and under the last what readers think of it.
     *
     * @param part which of its messages, from 1; 0 where one shows it whole
     * @param sources the numbers of the sources it shows
     */
    static Buttons under(Texts texts, AnswerTrace trace, int part, List<Integer> sources, boolean last) {
        String answerId = trace.id();
        boolean grounded = trace.answer() instanceof Grounded;
        Buttons buttons = new Buttons();
        List<Integer> shown = sources.stream().limit(MOST_SOURCES).toList();
        for (int index = 0; index < shown.size(); index++) {
            int n = shown.get(index);
            String label = grounded ? "[" + n + "]" : texts.say(Phrase.BUTTON_IN_ARTICLE);
            Press press = new Press(Press.Verb.SOURCE, n, part, answerId);
            if (index % SOURCES_A_ROW == 0) {
                buttons.row(label, press);
            } else {
                buttons.beside(label, press);
            }
        }
        if (last) {
            buttons.row("👍", new Press(Press.Verb.GOOD, 0, part, answerId))
                    .beside("👎", new Press(Press.Verb.BAD, 0, part, answerId));
            if (Overview.of(trace.answer()).isEmpty()) {
                buttons.beside(texts.say(Phrase.BUTTON_MORE), new Press(Press.Verb.MORE, 0, part, answerId));
            }
        }
        return buttons;
    }

    /** Back to the answer. */
    static Buttons back(Texts texts, String answerId, int part) {
        return new Buttons().row(texts.say(Phrase.BUTTON_BACK), new Press(Press.Verb.BACK, 0, part, answerId));
    }

    /** Why an answer is bad. */
    static Buttons reasons(Texts texts, String answerId, int part) {
        return new Buttons()
                .row(texts.say(Phrase.BUTTON_WRONG), reason(Opinion.WRONG, part, answerId))
                .beside(texts.say(Phrase.BUTTON_WRONG_SOURCE), reason(Opinion.WRONG_SOURCE, part, answerId))
                .row(texts.say(Phrase.BUTTON_INCOMPLETE), reason(Opinion.INCOMPLETE, part, answerId))
                .beside(texts.say(Phrase.BUTTON_OTHER), reason(Opinion.OTHER, part, answerId))
                .row(texts.say(Phrase.BUTTON_BACK), new Press(Press.Verb.BACK, 0, part, answerId));
    }

    private static Press reason(Opinion opinion, int part, String answerId) {
        return new Press(Press.Verb.REASON, opinion.ordinal(), part, answerId);
    }
}
