package io.footnote.evaluation;

import io.footnote.retrieval.SpanWeights;
import java.util.Arrays;
import java.util.List;

/**
 * Learns to choose a stretch of words: a conditional logit model (McFadden, 1974) whose loss is −ln of the F1 that a
 * stretch drawn by its probability would have with the answer on average, so that what is nearly right counts for nearly
 * as much as what is right. The penalty is on half the squares of the weights; measures are in standard deviations while
 * learning. Flags that are set in fewer than {@value #LEAST_CHOICES} choices get no weight.
 */
final class SpanLogit {
    private static final double PENALTY = 1;
    private static final int LEAST_CHOICES = 20;
    private static final int STEPS = 80;
    private static final double LEAST_DEVIATION = 1e-6;
    private static final double LEAST_GAIN = 1e-9;

    private final List<Choice> choices;
    private final int flags = SpanWeights.flags().size();
    private final int measures = SpanWeights.measures().size();
    private final boolean[] common;
    private final double[] deviation;

    /**
     * One choice among stretches.
     *
     * @param flags the flags set for each
     * @param measures the measures of each
     * @param gains the F1 of each with the answer, in [0, 1]; at least one above 0
     */
    record Choice(int[][] flags, float[][] measures, float[] gains) {}

    private SpanLogit(List<Choice> choices) {
        this.choices = choices;
        this.common = common();
        this.deviation = deviation();
    }

    /** @param choices at least one */
    static SpanWeights fit(List<Choice> choices) {
        return new SpanLogit(choices).fit();
    }

    private SpanWeights fit() {
        double[] learned = Lbfgs.minimum(this::loss, flags + measures, STEPS);
        double[] ofMeasures = Arrays.copyOfRange(learned, flags, flags + measures);
        for (int index = 0; index < measures; index++) {
            ofMeasures[index] /= deviation[index];
        }
        return new SpanWeights(Arrays.copyOf(learned, flags), ofMeasures);
    }

    private boolean[] common() {
        int[] counts = new int[flags];
        for (Choice choice : choices) {
            Arrays.stream(choice.flags())
                    .flatMapToInt(Arrays::stream)
                    .distinct()
                    .forEach(flag -> counts[flag]++);
        }
        boolean[] common = new boolean[flags];
        for (int flag = 0; flag < flags; flag++) {
            common[flag] = counts[flag] >= LEAST_CHOICES;
        }
        return common;
    }

    private double[] deviation() {
        double[] sum = new double[measures];
        double[] squares = new double[measures];
        long count = 0;
        for (Choice choice : choices) {
            for (float[] row : choice.measures()) {
                for (int index = 0; index < measures; index++) {
                    sum[index] += row[index];
                    squares[index] += row[index] * row[index];
                }
                count++;
            }
        }
        double[] deviation = new double[measures];
        for (int index = 0; index < measures; index++) {
            double mean = sum[index] / count;
            deviation[index] = Math.max(LEAST_DEVIATION, Math.sqrt(Math.max(0, squares[index] / count - mean * mean)));
        }
        return deviation;
    }

    private double loss(double[] weights, double[] gradient) {
        double loss = 0;
        for (int index = 0; index < weights.length; index++) {
            loss += PENALTY * weights[index] * weights[index] / 2;
            gradient[index] = PENALTY * weights[index];
        }
        for (Choice choice : choices) {
            double[] shares = shares(choice, weights);
            double gained = LEAST_GAIN;
            for (int row = 0; row < shares.length; row++) {
                gained += shares[row] * choice.gains()[row];
            }
            loss -= Math.log(gained);
            for (int row = 0; row < shares.length; row++) {
                double error = shares[row] * (1 - choice.gains()[row] / gained);
                addTo(gradient, choice, row, error);
            }
        }
        return loss;
    }

    private void addTo(double[] gradient, Choice choice, int row, double error) {
        for (int flag : choice.flags()[row]) {
            if (common[flag]) {
                gradient[flag] += error;
            }
        }
        float[] measured = choice.measures()[row];
        for (int index = 0; index < measures; index++) {
            gradient[flags + index] += error * measured[index] / deviation[index];
        }
    }

    /** The softmax of the scores; rare flags have no weight, since nothing moves it from 0. */
    private double[] shares(Choice choice, double[] weights) {
        double[] shares = new double[choice.gains().length];
        double greatest = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < shares.length; row++) {
            for (int flag : choice.flags()[row]) {
                shares[row] += weights[flag];
            }
            float[] measured = choice.measures()[row];
            for (int index = 0; index < measures; index++) {
                shares[row] += weights[flags + index] * measured[index] / deviation[index];
            }
            greatest = Math.max(greatest, shares[row]);
        }
        double sum = 0;
        for (int row = 0; row < shares.length; row++) {
            shares[row] = Math.exp(shares[row] - greatest);
            sum += shares[row];
        }
        for (int row = 0; row < shares.length; row++) {
            shares[row] /= sum;
        }
        return shares;
    }
}
