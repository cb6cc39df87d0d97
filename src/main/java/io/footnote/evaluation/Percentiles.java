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
        return new Percentiles(at(durations, 50), at(durations, 95), at(durations, 99));
    }

    /**
     * One percentile, in milliseconds.
     *
     * @param percent from 1 to 100
     * @throws IllegalArgumentException when there is no duration
     */
    static double at(List<Duration> durations, int percent) {
        if (durations.isEmpty()) {
            throw new IllegalArgumentException("durations must not be empty");
        }
        // whole-number ceiling: floating point would take the rank after for some products
        int rank = (int) (((long) percent * durations.size() + 99) / 100);
        return durations.stream().sorted().toList().get(rank - 1).toNanos() / 1e6;
    }
}
