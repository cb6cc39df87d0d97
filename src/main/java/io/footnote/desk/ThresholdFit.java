package io.footnote.desk;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The threshold under which moderators' verdicts agree best with answering from it on: the fewest entries that should
 * have been answered and lie below, or should have been refused and do not. Immutable.
 *
 * @param judged what verdicts say of the embedded answerer's entries
 */
record ThresholdFit(List<Judged> judged) {
    /** Thresholds are tried in steps of a hundredth. */
    private static final int STEPS = 100;

    /**
     * An entry with a verdict.
     *
     * @param confidence the probability that the article answers, in [0, 1]
     * @param answer whether it should be answered
     */
    record Judged(double confidence, boolean answer) {}

    ThresholdFit {
        judged = List.copyOf(judged);
    }

    /** How many entries go wrong at a threshold. */
    long wrong(double threshold) {
        return judged.stream()
                .filter(entry -> entry.answer() != (entry.confidence() >= threshold))
                .count();
    }

    /** The threshold with the fewest that go wrong; of several the one nearest to what holds now. */
    double best(double now) {
        return IntStream.rangeClosed(0, STEPS)
                .mapToObj(step -> (double) step / STEPS)
                .min(Comparator.comparingLong(this::wrong).thenComparingDouble(threshold -> Math.abs(threshold - now)))
                .orElse(now);
    }
}
