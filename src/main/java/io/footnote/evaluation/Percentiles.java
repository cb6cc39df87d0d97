package io.footnote.evaluation;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Duration;
import java.util.List;

/**
 * How long something took, by the nearest-rank method: the p-th percentile of n durations is the ⌈p·n/100⌉-th
 * shortest, so every figure is a duration that was measured. Immutable.
 *
 * @param p50 the median, in milliseconds
 * @param p95 in milliseconds
 * @param p99 in milliseconds
 */
@JsonPropertyOrder({"p50", "p95", "p99"})
public record Percentiles(double p50, double p95, double p99) {

    /** @throws IllegalArgumentException when there is no duration */
    public static Percentiles of(List<Duration> durations) {
        if (durations.isEmpty()) {
            throw new IllegalArgumentException("durations must not be empty");
        }
        List<Duration> ascending = durations.stream().sorted().toList();
        return new Percentiles(nearestRank(ascending, 50), nearestRank(ascending, 95), nearestRank(ascending, 99));
    }

    private static double nearestRank(List<Duration> ascending, int percent) {
        // whole-number ceiling: floating point would take the rank after for some products
        int rank = (int) (((long) percent * ascending.size() + 99) / 100);
        return ascending.get(rank - 1).toNanos() / 1e6;
    }
}
