package io.footnote.quiz;

import java.time.Instant;

/**
 * What is remembered of one reader and one fact: how firmly it sits, and when it is to be asked again. Immutable.
 *
 * @param phase where the fact stands between new and known
 * @param step the step within {@link Phase#LEARNING} or {@link Phase#RELEARNING}, from 0; 0 in {@link Phase#REVIEW}
 * @param stability days after which the chance to remember has fallen to nine in ten, at least
 *     {@link ForgettingCurve#LEAST_STABILITY}
 * @param difficulty how hard the fact is for this reader, from 1 to 10
 * @param reviewedAt when it was last asked
 * @param due when it is to be asked again, not before {@code reviewedAt}
 */
public record Schedule(Phase phase, int step, double stability, double difficulty, Instant reviewedAt, Instant due) {

    /** How well known a fact is. */
    public enum Phase {
        /** Asked for the first few times, minutes apart. */
        LEARNING,
        /** Known; asked when it is about to be forgotten. */
        REVIEW,
        /** Was known and has been forgotten, asked again minutes apart. */
        RELEARNING
    }

    /** @throws IllegalArgumentException when a component is out of its range */
    public Schedule {
        if (step < 0 || (phase == Phase.REVIEW && step != 0)) {
            throw new IllegalArgumentException("step must be at least 0, and 0 in REVIEW, got " + step);
        }
        if (!(stability >= ForgettingCurve.LEAST_STABILITY) || Double.isInfinite(stability)) {
            throw new IllegalArgumentException(
                    "stability must be a number of at least " + ForgettingCurve.LEAST_STABILITY + ", got " + stability);
        }
        if (!(difficulty >= 1 && difficulty <= 10)) {
            throw new IllegalArgumentException("difficulty must be 1 to 10, got " + difficulty);
        }
        if (due.isBefore(reviewedAt)) {
            throw new IllegalArgumentException("due must not lie before reviewedAt, got " + due);
        }
    }

    /** Whether it is to be asked at that time. */
    public boolean isDue(Instant now) {
        return !due.isAfter(now);
    }

    /** Whether the fact counts as learned: known, and not expected to be forgotten within three weeks. */
    public boolean learned() {
        return phase == Phase.REVIEW && stability >= LEARNED_DAYS;
    }

    /** The stability in days from which on a fact counts as learned, as Anki calls a card mature. */
    public static final double LEARNED_DAYS = 21;
}
