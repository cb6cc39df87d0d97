package io.footnote.evaluation;

import java.util.List;

/**
 * Learns a probability: weights under which 1/(1 + e^−score) is the share of positives. Logistic regression with a
 * penalty on the squares of the weights (Le Cessie and Van Houwelingen, 1992, <i>Ridge estimators in logistic
 * regression</i>) of features in standard deviations, by Newton's method; no chance is involved. The first feature is the
 * constant and free of penalty.
 */
final class LogisticRegression {
    private static final int STEPS = 30;
    private static final double LEAST_DEVIATION = 1e-9;

    private LogisticRegression() {}

    /**
     * @param rows the features of each example, 1 first; at least one example
     * @param positive whether each is positive
     * @param penalty on half the squares of the weights of scaled features, above 0
     * @return the weights of the features as they were given
     */
    static double[] fit(List<double[]> rows, List<Boolean> positive, double penalty) {
        int size = rows.getFirst().length;
        double[] mean = new double[size];
        double[] deviation = new double[size];
        for (int index = 1; index < size; index++) {
            for (double[] row : rows) {
                mean[index] += row[index] / rows.size();
            }
            double variance = 0;
            for (double[] row : rows) {
                variance += (row[index] - mean[index]) * (row[index] - mean[index]) / rows.size();
            }
            deviation[index] = Math.max(LEAST_DEVIATION, Math.sqrt(variance));
        }
        double[][] scaled = new double[rows.size()][size];
        for (int row = 0; row < scaled.length; row++) {
            scaled[row][0] = 1;
            for (int index = 1; index < size; index++) {
                scaled[row][index] = (rows.get(row)[index] - mean[index]) / deviation[index];
            }
        }
        double[] weights = new double[size];
        for (int step = 0; step < STEPS; step++) {
            descend(weights, scaled, positive, penalty);
        }
        for (int index = 1; index < size; index++) {
            weights[index] /= deviation[index];
            weights[0] -= weights[index] * mean[index];
        }
        return weights;
    }

    private static void descend(double[] weights, double[][] rows, List<Boolean> positive, double penalty) {
        int size = weights.length;
        double[] gradient = new double[size];
        double[][] curvature = new double[size][size];
        for (int index = 0; index < size; index++) {
            gradient[index] = index == 0 ? 0 : penalty * weights[index];
            curvature[index][index] = index == 0 ? LEAST_DEVIATION : penalty;
        }
        for (int row = 0; row < rows.length; row++) {
            double score = 0;
            for (int index = 0; index < size; index++) {
                score += weights[index] * rows[row][index];
            }
            double probability = 1 / (1 + Math.exp(-score));
            double error = probability - (positive.get(row) ? 1 : 0);
            double spread = Math.max(LEAST_DEVIATION, probability * (1 - probability));
            for (int one = 0; one < size; one++) {
                gradient[one] += error * rows[row][one];
                for (int other = 0; other <= one; other++) {
                    curvature[one][other] += spread * rows[row][one] * rows[row][other];
                }
            }
        }
        double[] step = LinearSystem.solve(curvature, gradient);
        for (int index = 0; index < size; index++) {
            weights[index] -= step[index];
        }
    }
}
