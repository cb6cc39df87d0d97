package io.footnote.quiz;

/** How well a reader remembered, in the four grades that FSRS knows; the order of the constants is theirs. */
public enum Rating {
    /** Did not remember. */
    AGAIN,
    /** Remembered with serious difficulty. */
    HARD,
    /** Remembered after some thought. */
    GOOD,
    /** Remembered at once. */
    EASY;

    /** The grade as FSRS counts it, 1 to 4. */
    int grade() {
        return ordinal() + 1;
    }
}
