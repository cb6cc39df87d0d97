package io.footnote.evaluation;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Whether probabilities mean what they say. Pure. */
public final class CalibrationError {
    /** How many bins the probabilities are put into. */
    public static final int BINS = 10;

    private CalibrationError() {}

    /**
     * The probabilities that fell into one bin.
     *
     * @param count how many
     * @param meanProbability their mean, in [0, 1]; 0 for none
     * @param shareOfPositives how many of them were positive, as a share; 0 for none
     */
    record Bin(int count, double meanProbability, double shareOfPositives) {}

    /**
     * The expected calibration error: over {@value #BINS} bins of equal width, the mean of |share of positives − mean
     * probability| in a bin, weighted by the bin's size (Guo et al., 2017, <i>On Calibration of Modern Neural
     * Networks</i>).
     *
     * @param scored probabilities of being positive, in [0, 1]
     * @return in [0, 1], 0 for perfect calibration; null when there is nothing
     * @throws IllegalArgumentException when a score is no probability
     */
    public static @Nullable Double expected(List<Scored> scored) {
        if (scored.isEmpty()) {
            return null;
        }
        double error = 0;
        for (Bin bin : bins(scored)) {
            error += bin.count() * Math.abs(bin.shareOfPositives() - bin.meanProbability());
        }
        return error / scored.size();
    }

    /**
     * The bins: bin m of M holds the probabilities in ((m − 1)/M, m/M], the first one 0 as well.
     *
     * @throws IllegalArgumentException when a score is no probability
     */
    static List<Bin> bins(List<Scored> scored) {
        double[] probabilities = new double[BINS];
        int[] positives = new int[BINS];
        int[] counts = new int[BINS];
        for (Scored one : scored) {
            if (!(one.score() >= 0 && one.score() <= 1)) {
                throw new IllegalArgumentException("score must be a probability, got " + one.score());
            }
            int bin = Math.max(0, (int) Math.ceil(one.score() * BINS) - 1);
            probabilities[bin] += one.score();
            positives[bin] += one.positive() ? 1 : 0;
            counts[bin]++;
        }
        return IntStream.range(0, BINS)
                .mapToObj(bin -> {
                    int count = Math.max(1, counts[bin]);
                    return new Bin(counts[bin], probabilities[bin] / count, (double) positives[bin] / count);
                })
                .toList();
    }
}
