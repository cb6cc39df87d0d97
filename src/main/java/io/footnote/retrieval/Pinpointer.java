package io.footnote.retrieval;

import io.footnote.language.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Chooses the words of a sentence that answer. A stretch's probability is the softmax of its score; chosen is the stretch
 * that shares the most words with the right one on average (F1), were each as likely right as its probability says. This
 * minimum-risk choice (Kumar and Byrne, 2004, <i>Minimum Bayes-risk decoding</i>) is steadier than the most probable
 * stretch, because near misses of one answer support each other. Immutable, safe for any number of threads.
 */
public final class Pinpointer {
    /** How many of the most probable stretches are compared. */
    private static final int COMPARED = 40;

    private final SpanWeights weights;

    /** @param weights say how much each flag and measure counts */
    public Pinpointer(SpanWeights weights) {
        this.weights = weights;
    }

    /** The stretch that answers, or nothing where there is none. */
    public Optional<Pinpoint> choose(SpanChoice choice) {
        if (choice.size() == 0) {
            return Optional.empty();
        }
        double[] shares = shares(choice);
        List<Integer> likely = IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer index) -> -shares[index])
                        .thenComparing(Comparator.naturalOrder()))
                .limit(COMPARED)
                .toList();
        int best = likely.getFirst();
        double most = -1;
        for (int one : likely) {
            double expected = 0;
            for (int other : likely) {
                expected += shares[other] * choice.overlap(one, other);
            }
            if (expected > most) {
                most = expected;
                best = one;
            }
        }
        Span place = choice.place(best);
        return Optional.of(new Pinpoint(
                place.start(),
                place.end(),
                choice.text(best),
                Math.clamp(most, 0, 1),
                weights.explain("score of the words", choice.flags(best), choice.measures(best))));
    }

    private double[] shares(SpanChoice choice) {
        double[] shares = new double[choice.size()];
        double greatest = Double.NEGATIVE_INFINITY;
        for (int index = 0; index < shares.length; index++) {
            shares[index] = weights.score(choice.flags(index), choice.measures(index));
            greatest = Math.max(greatest, shares[index]);
        }
        double sum = 0;
        for (int index = 0; index < shares.length; index++) {
            shares[index] = Math.exp(shares[index] - greatest);
            sum += shares[index];
        }
        for (int index = 0; index < shares.length; index++) {
            shares[index] /= sum;
        }
        return shares;
    }
}
