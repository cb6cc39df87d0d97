package io.footnote.answer;

import java.time.Instant;
import java.util.List;

/**
 * What somebody asks, and what was said before it. Immutable.
 *
 * @param text the question, stripped, 1 to {@value #MAX_LENGTH} UTF-16 units with a letter or digit among them
 * @param conversation the earlier turns, oldest first, at most {@value #MAX_TURNS}
 * @param askedAt when it was asked
 */
public record Question(String text, List<Turn> conversation, Instant askedAt) {
    /** The longest question, in UTF-16 units. */
    public static final int MAX_LENGTH = 1_000;

    /** How many earlier turns a question may carry. */
    public static final int MAX_TURNS = 10;

    /** @throws QuestionException when nobody could answer it: empty, without a word, too long */
    public Question {
        text = text.strip();
        if (text.isEmpty()) {
            throw new QuestionException("The question is empty: ask one in words.");
        }
        if (text.length() > MAX_LENGTH) {
            throw new QuestionException("The question has " + text.length() + " characters, the most is " + MAX_LENGTH
                    + ": ask it in fewer words.");
        }
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new QuestionException("The question has no words in it: ask one in words.");
        }
        if (conversation.size() > MAX_TURNS) {
            throw new IllegalArgumentException(
                    "conversation must have at most " + MAX_TURNS + " turns, got " + conversation.size());
        }
        conversation = List.copyOf(conversation);
    }

    /** A question that nothing was said before. */
    public static Question of(String text, Instant askedAt) {
        return new Question(text, List.of(), askedAt);
    }
}
