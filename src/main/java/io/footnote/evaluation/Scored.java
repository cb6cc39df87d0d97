package io.footnote.evaluation;

/**
 * A score that a program gave, and whether the thing scored was one to score high. Immutable.
 *
 * @param score any finite number; a probability in [0, 1] where calibration is measured
 * @param positive the gold label
 */
public record Scored(double score, boolean positive) {

    /** @throws IllegalArgumentException when {@code score} is not finite */
    public Scored {
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException("score must be finite, got " + score);
        }
    }
}
