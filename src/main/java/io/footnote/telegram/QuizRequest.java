package io.footnote.telegram;

import io.footnote.quiz.Difficulty;
import io.footnote.quiz.ItemType;
import io.footnote.quiz.QuizItem;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a reader wants to be asked, as written behind {@code /quiz} in any order: a number, kinds of questions, a
 * difficulty, everything, or answers in words. Immutable.
 *
 * @param count how many questions, 1 to {@link #MOST}
 * @param types of which kinds; empty for all
 * @param difficulty how hard, or nothing for any
 * @param typed whether answers are typed
 */
record QuizRequest(int count, Set<ItemType> types, Optional<Difficulty> difficulty, boolean typed) {
    /** The most questions of a round. */
    static final int MOST = 20;
    /** How many there are without a word on it. */
    static final int USUAL = 5;

    /** What was written; nothing where a word is not known or the number is out of range. */
    static Optional<QuizRequest> read(String argument) {
        int count = USUAL;
        Set<ItemType> types = EnumSet.noneOf(ItemType.class);
        Optional<Difficulty> difficulty = Optional.empty();
        boolean typed = false;
        String words = argument.toLowerCase(Locale.ROOT).strip();
        for (String word : words.isEmpty() ? new String[0] : words.split("\\s+")) {
            Optional<ItemType> type = ItemType.of(word);
            if (word.matches("\\d{1,2}")) {
                count = Integer.parseInt(word);
            } else if (word.equals("all")) {
                count = MOST;
            } else if (word.equals("typed")) {
                typed = true;
            } else if (word.equals("easy") || word.equals("hard")) {
                difficulty = Optional.of(Difficulty.valueOf(word.toUpperCase(Locale.ROOT)));
            } else if (type.isPresent()) {
                types.add(type.get());
            } else {
                return Optional.empty();
            }
        }
        return count < 1 || count > MOST
                ? Optional.empty()
                : Optional.of(new QuizRequest(count, types, difficulty, typed));
    }

    /** Whether an item is of what is wanted; what cannot be typed is not asked for in words. */
    boolean fits(QuizItem item) {
        return (types.isEmpty() || types.contains(item.type()))
                && difficulty
                        .map(wanted -> Difficulty.of(item.type()) == wanted)
                        .orElse(true)
                && !(typed && item.type() == ItemType.ORDER);
    }
}
