package io.footnote.evaluation;

import java.util.List;

/**
 * Learns to choose: weights under which the right ones among some alternatives score higher than the wrong ones. The
 * conditional logit model (McFadden, 1974, <i>Conditional logit analysis of qualitative choice behavior</i>), which in
 * ranking is ListNet with the right ones as target (Cao et al., 2007): the loss is −ln of the share of exp(score) that
 * the right ones have, with a penalty on the squares of the weights.
 *
 * <p>Newton's method with the curvature of the convex part and halved steps; no chance is involved, so the same choices
 * give the same weights.
 */
final class ConditionalLogit {
    private static final int MOST_STEPS = 200;
    private static final int MOST_HALVINGS = 20;
    private static final double ENOUGH = 1e-9;

    private final List<Choice> choices;
    private final int size;
    private final double penalty;

    /**
     * One choice.
     *
     * @param alternatives the features of each
     * @param right which of them are right; at least one is, and at least one is not
     */
    record Choice(double[][] alternatives, boolean[] right) {}

    private ConditionalLogit(List<Choice> choices, int size, double penalty) {
        this.choices = choices;
        this.size = size;
        this.penalty = penalty;
    }

    /**
     * @param choices what to learn from
     * @param size how many features there are
     * @param penalty on half the squares of the weights, above 0
     */
    static double[] fit(List<Choice> choices, int size, double penalty) {
        return new ConditionalLogit(choices, size, penalty).fit();
    }

    private double[] fit() {
        double[] weights = new double[size];
        double loss = loss(weights);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] direction = direction(weights);
            double[] next = weights;
            double nextLoss = loss;
            double length = 1;
            for (int halving = 0; halving < MOST_HALVINGS && nextLoss >= loss; halving++, length /= 2) {
                next = weights.clone();
                for (int index = 0; index < size; index++) {
                    next[index] -= length * direction[index];
                }
                nextLoss = loss(next);
            }
            if (nextLoss >= loss - ENOUGH * Math.abs(loss)) {
                return weights;
            }
            weights = next;
            loss = nextLoss;
        }
        return weights;
    }

    private double loss(double[] weights) {
        double loss = 0;
        for (double weight : weights) {
            loss += penalty * weight * weight / 2;
        }
        for (Choice choice : choices) {
            double[] shares = shares(choice, weights);
            double right = 0;
            for (int index = 0; index < shares.length; index++) {
                right += choice.right()[index] ? shares[index] : 0;
            }
            loss -= Math.log(Math.max(Double.MIN_NORMAL, right));
        }
        return loss;
    }

    private double[] direction(double[] weights) {
        double[] gradient = new double[size];
        double[][] curvature = new double[size][size];
        for (int index = 0; index < size; index++) {
            gradient[index] = penalty * weights[index];
            curvature[index][index] = penalty;
        }
        for (Choice choice : choices) {
            double[] shares = shares(choice, weights);
            double right = Double.MIN_NORMAL;
            for (int row = 0; row < shares.length; row++) {
                right += choice.right()[row] ? shares[row] : 0;
            }
            double[] mean = new double[size];
            for (int row = 0; row < shares.length; row++) {
                double wanted = choice.right()[row] ? shares[row] / right : 0;
                double[] features = choice.alternatives()[row];
                for (int one = 0; one < size; one++) {
                    mean[one] += shares[row] * features[one];
                    gradient[one] += (shares[row] - wanted) * features[one];
                    double scaled = shares[row] * features[one];
                    for (int other = 0; other <= one; other++) {
                        curvature[one][other] += scaled * features[other];
                    }
                }
            }
            for (int one = 0; one < size; one++) {
                for (int other = 0; other <= one; other++) {
                    curvature[one][other] -= mean[one] * mean[other];
                }
            }
        }
        return LinearSystem.solve(curvature, gradient);
    }

    /** The softmax of the scores. */
    private static double[] shares(Choice choice, double[] weights) {
        double[] shares = new double[choice.alternatives().length];
        double greatest = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < shares.length; row++) {
            for (int index = 0; index < weights.length; index++) {
                shares[row] += weights[index] * choice.alternatives()[row][index];
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
