package io.footnote.quiz;

import java.time.Duration;

/**
 * The rating of an answer by whether it was right and how long it took beyond reading: at once is easy, after long thought
 * hard. A wrong answer is always {@link Rating#AGAIN}.
 */
public final class Grades {
    /** Reading takes so long a word. */
    static final Duration A_WORD = Duration.ofMillis(250);
    /** Up to so much beyond reading counts as at once. */
    static final Duration AT_ONCE = Duration.ofSeconds(4);
    /** From so much beyond reading on it counts as hard. */
    static final Duration LONG = Duration.ofSeconds(30);
    /** After so long the reader was away, and the time says nothing. */
    static final Duration AWAY = Duration.ofMinutes(10);

    private Grades() {}

    /**
     * The rating of an answer.
     *
     * @param taken from the moment the item was shown; less than nothing counts as nothing
     */
    public static Rating of(QuizItem item, boolean right, Duration taken) {
        if (!right) {
            return Rating.AGAIN;
        }
        int words = item.question().split("\\s+").length;
        for (String option : item.options()) {
            words += option.split("\\s+").length;
        }
        Duration thought = taken.minus(A_WORD.multipliedBy(words));
        if (thought.compareTo(AT_ONCE) <= 0) {
            return Rating.EASY;
        }
        return thought.compareTo(LONG) >= 0 && taken.compareTo(AWAY) < 0 ? Rating.HARD : Rating.GOOD;
    }
}
