package io.footnote.retrieval;

import java.util.Arrays;
import java.util.List;

/**
 * Features as the ranking weighs them: each less its mean over the sentences in question, in standard deviations, so
 * that what counts is how a sentence stands out among the others.
 *
 * <p>The deviation is drawn towards the one that is usual, as if {@value #USUAL_SENTENCES} more sentences had it
 * (shrinkage; James and Stein, 1961, <i>Estimation with quadratic loss</i>). Of n sentences none can be further from the
 * mean than √(n − 1) of their own deviations, so that the best of four would never stand out as the best of forty does.
 *
 * <p>Immutable by convention: the array is not to be changed.
 *
 * @param usual the usual deviation of each feature, in the order of {@link Feature}; at least 0
 */
record Scaling(double[] usual) {
    /** What the scaled features are called, in their order. */
    static final List<String> NAMES =
            Arrays.stream(Feature.values()).map(Feature::label).toList();

    private static final int USUAL_SENTENCES = 20;
    private static final double LEAST_DEVIATION = 1e-9;

    /** The scaled features of each sentence; 0 where a feature is the same for all. */
    double[][] scaled(double[][] features) {
        int count = features.length;
        double[][] scaled = new double[count][NAMES.size()];
        for (int feature = 0; feature < NAMES.size(); feature++) {
            double mean = mean(features, feature);
            double squares = count * variance(features, feature) + USUAL_SENTENCES * usual[feature] * usual[feature];
            double deviation = Math.sqrt(squares / (count + USUAL_SENTENCES));
            for (int row = 0; row < count; row++) {
                scaled[row][feature] = deviation < LEAST_DEVIATION ? 0 : (features[row][feature] - mean) / deviation;
            }
        }
        return scaled;
    }

    /** The usual deviations: the root of a feature's mean variance among the sentences that a question is asked of. */
    static double[] usualOf(List<double[][]> examined) {
        double[] usual = new double[NAMES.size()];
        for (int feature = 0; feature < usual.length; feature++) {
            double sum = 0;
            for (double[][] features : examined) {
                sum += variance(features, feature);
            }
            usual[feature] = Math.sqrt(sum / Math.max(1, examined.size()));
        }
        return usual;
    }

    private static double mean(double[][] features, int feature) {
        double sum = 0;
        for (double[] row : features) {
            sum += row[feature];
        }
        return sum / features.length;
    }

    private static double variance(double[][] features, int feature) {
        double mean = mean(features, feature);
        double sum = 0;
        for (double[] row : features) {
            sum += (row[feature] - mean) * (row[feature] - mean);
        }
        return sum / features.length;
    }
}
