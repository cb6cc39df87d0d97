package io.footnote.evaluation;

import java.util.Arrays;

/**
 * Where a figure lies with 95% confidence. Immutable.
 *
 * @param low the lower end
 * @param high the upper end, not below {@code low}
 */
public record Interval(double low, double high) {

    /** @throws IllegalArgumentException when the ends are not in order or not finite */
    public Interval {
        if (!(Double.isFinite(low) && Double.isFinite(high) && low <= high)) {
            throw new IllegalArgumentException("an interval must have finite ends in order, got " + low + ", " + high);
        }
    }

    /**
     * The percentile interval: from the ⌈.025·n⌉-th to the ⌈.975·n⌉-th smallest of n values (Efron and Tibshirani, 1993,
     * <i>An Introduction to the Bootstrap</i>, chapter 13).
     *
     * @param values what a figure came to in each resample; at least one
     */
    static Interval ofPercentiles(double[] values) {
        double[] ascending = values.clone();
        Arrays.sort(ascending);
        return new Interval(nearestRank(ascending, 25), nearestRank(ascending, 975));
    }

    private static double nearestRank(double[] ascending, int perMille) {
        int rank = (int) (((long) perMille * ascending.length + 999) / 1000);
        return ascending[Math.max(1, rank) - 1];
    }

    /** Whether zero lies outside, so that a difference of this interval is more than chance. */
    public boolean excludesZero() {
        return low > 0 || high < 0;
    }
}
