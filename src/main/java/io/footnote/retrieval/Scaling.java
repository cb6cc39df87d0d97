package io.footnote.retrieval;

import java.util.Arrays;
import java.util.List;

/**
 * Features as the ranking weighs them: each less its mean over the sentences in question, in standard deviations, so
 * that what counts is how a sentence stands out among the others. A feature that is the same for all becomes 0.
 */
final class Scaling {
    /** What the scaled features are called, in their order. */
    static final List<String> NAMES =
            Arrays.stream(Feature.values()).map(Feature::label).toList();

    private static final double LEAST_DEVIATION = 1e-9;

    private Scaling() {}

    /** The scaled features of each sentence. */
    static double[][] scaled(double[][] features) {
        double[][] scaled = new double[features.length][NAMES.size()];
        for (int feature = 0; feature < NAMES.size(); feature++) {
            double mean = 0;
            for (double[] row : features) {
                mean += row[feature] / features.length;
            }
            double variance = 0;
            for (double[] row : features) {
                variance += (row[feature] - mean) * (row[feature] - mean) / features.length;
            }
            double deviation = Math.sqrt(variance);
            for (int row = 0; row < features.length; row++) {
                scaled[row][feature] = deviation < LEAST_DEVIATION ? 0 : (features[row][feature] - mean) / deviation;
            }
        }
        return scaled;
    }
}
