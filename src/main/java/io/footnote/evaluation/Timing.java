package io.footnote.evaluation;

import java.time.Duration;
import java.util.List;

/**
 * How long one task took. Immutable.
 *
 * @param task what was done, for people
 * @param key what it is called in JSON
 * @param runs how often it was timed, at least 1
 * @param median in milliseconds
 * @param low the 5th percentile, in milliseconds
 * @param high the 95th percentile, in milliseconds
 */
public record Timing(String task, String key, int runs, double median, double low, double high) {

    /**
     * Sums up durations, by the nearest-rank method.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Timing of(String task, String key, List<Duration> durations) {
        return new Timing(
                task,
                key,
                durations.size(),
                Percentiles.at(durations, 50),
                Percentiles.at(durations, 5),
                Percentiles.at(durations, 95));
    }

    /** How many times as long as another it takes, by the medians. */
    public double ratioTo(Timing other) {
        return median / other.median;
    }
}
