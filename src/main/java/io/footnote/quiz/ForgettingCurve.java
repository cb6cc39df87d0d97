package io.footnote.quiz;

import java.util.List;

/**
 * The model of memory of FSRS-6, as its authors publish it ("The Algorithm" in the wiki of
 * open-spaced-repetition/awesome-fsrs): stability S in days, difficulty D from 1 to 10, and retrievability R, the
 * chance to remember. {@code w0} to {@code w20} are the weights. Immutable, safe for any number of threads.
 */
final class ForgettingCurve {

    /** The least stability in days, a minute and a half; less would make intervals that mean nothing. */
    static final double LEAST_STABILITY = 0.001;

    /** How likely a reader is to remember when a fact is due. */
    static final double DESIRED_RETENTION = 0.9;

    /** The longest interval in days, a hundred years. */
    static final int LONGEST_INTERVAL_DAYS = 36_500;

    private static final double EASIEST = 1;
    private static final double HARDEST = 10;

    /** The default weights that the authors fitted to the reviews of some ten thousand people. */
    static final List<Double> PUBLISHED_WEIGHTS = List.of(
            0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
            1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542);

    private final double[] w;
    /** Makes R(S) nine in ten: (9/10)^(-1/w20) - 1. */
    private final double factor;

    /**
     * @param weights the 21 weights of FSRS-6
     * @throws IllegalArgumentException when there are not 21, or one is no number
     */
    ForgettingCurve(List<Double> weights) {
        if (weights.size() != PUBLISHED_WEIGHTS.size() || !weights.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("weights must be 21 finite numbers, got " + weights);
        }
        this.w = weights.stream().mapToDouble(Double::doubleValue).toArray();
        this.factor = Math.pow(0.9, -1 / w[20]) - 1;
    }

    /** R(t, S) = (1 + factor · t/S)^(-w20). @param days whole days since the last review, at least 0 */
    double retrievability(long days, double stability) {
        return Math.pow(1 + factor * days / stability, -w[20]);
    }

    /** The whole days until R falls to {@link #DESIRED_RETENTION}, from 1 to {@link #LONGEST_INTERVAL_DAYS}. */
    int intervalDays(double stability) {
        double days = stability / factor * (Math.pow(DESIRED_RETENTION, -1 / w[20]) - 1);
        return (int) Math.clamp(Math.rint(days), 1, LONGEST_INTERVAL_DAYS);
    }

    /** S0(G) = w(G-1). */
    double initialStability(Rating rating) {
        return atLeast(w[rating.grade() - 1]);
    }

    /** D0(G) = w4 - e^(w5 · (G-1)) + 1, kept from 1 to 10. */
    double initialDifficulty(Rating rating) {
        return Math.clamp(rawInitialDifficulty(rating), EASIEST, HARDEST);
    }

    private double rawInitialDifficulty(Rating rating) {
        return w[4] - Math.exp(w[5] * (rating.grade() - 1)) + 1;
    }

    /**
     * D' = D - w6 · (G-3) · (10-D)/9, so that a hard fact hardly gets harder; drawn to D0(easy) by the share w7, so that
     * none stays hard for ever.
     */
    double nextDifficulty(double difficulty, Rating rating) {
        double moved = difficulty - w[6] * (rating.grade() - 3) * (HARDEST - difficulty) / 9;
        double reverted = w[7] * rawInitialDifficulty(Rating.EASY) + (1 - w[7]) * moved;
        return Math.clamp(reverted, EASIEST, HARDEST);
    }

    /** S' = S · e^(w17 · (G-3+w18)) · S^(-w19), where good and easy never lower it: for reviews on the same day. */
    double stabilityOnTheSameDay(double stability, Rating rating) {
        double increase = Math.exp(w[17] * (rating.grade() - 3 + w[18])) * Math.pow(stability, -w[19]);
        boolean remembered = rating == Rating.GOOD || rating == Rating.EASY;
        return atLeast(stability * (remembered ? Math.max(1, increase) : increase));
    }

    /** The stability after a review a day or more after the last. */
    double nextStability(double difficulty, double stability, double retrievability, Rating rating) {
        return atLeast(
                rating == Rating.AGAIN
                        ? afterForgetting(difficulty, stability, retrievability)
                        : afterRecall(difficulty, stability, retrievability, rating));
    }

    /** S' = min(w11 · D^(-w12) · ((S+1)^w13 - 1) · e^(w14 · (1-R)), S / e^(w17 · w18)). */
    private double afterForgetting(double difficulty, double stability, double retrievability) {
        double relearned = w[11]
                * Math.pow(difficulty, -w[12])
                * (Math.pow(stability + 1, w[13]) - 1)
                * Math.exp(w[14] * (1 - retrievability));
        return Math.min(relearned, stability / Math.exp(w[17] * w[18]));
    }

    /** S' = S · (1 + e^w8 · (11-D) · S^(-w9) · (e^(w10 · (1-R)) - 1) · w15 if hard · w16 if easy). */
    private double afterRecall(double difficulty, double stability, double retrievability, Rating rating) {
        double effort = rating == Rating.HARD ? w[15] : rating == Rating.EASY ? w[16] : 1;
        double increase = Math.exp(w[8])
                * (11 - difficulty)
                * Math.pow(stability, -w[9])
                * (Math.exp(w[10] * (1 - retrievability)) - 1)
                * effort;
        return stability * (1 + increase);
    }

    private static double atLeast(double stability) {
        return Math.max(LEAST_STABILITY, stability);
    }
}
