package io.footnote.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * Yes-or-no decisions against their labels. Immutable.
 *
 * @param truePositives said yes, rightly
 * @param falsePositives said yes, wrongly
 * @param falseNegatives said no, wrongly
 * @param trueNegatives said no, rightly
 */
public record Confusion(long truePositives, long falsePositives, long falseNegatives, long trueNegatives) {

    /** The share of the yeses that are right; null when there is none. */
    public @Nullable Double precision() {
        return share(truePositives, truePositives + falsePositives);
    }

    /** The share of the positives that got a yes, also called sensitivity; null when there is none. */
    public @Nullable Double recall() {
        return share(truePositives, truePositives + falseNegatives);
    }

    /** The share of the negatives that got a no; null when there is none. */
    public @Nullable Double specificity() {
        return share(trueNegatives, trueNegatives + falsePositives);
    }

    /** The harmonic mean of precision and recall, 2TP/(2TP + FP + FN); null when that is 0/0. */
    public @Nullable Double f1() {
        return share(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
    }

    /** The mean of recall and specificity; null when one of the classes is missing. */
    public @Nullable Double balancedAccuracy() {
        Double recall = recall();
        Double specificity = specificity();
        return recall == null || specificity == null ? null : (Double) ((recall + specificity) / 2);
    }

    /** {@code part} of {@code whole}, or null of nothing. */
    static @Nullable Double share(long part, long whole) {
        return whole == 0 ? null : (Double) ((double) part / whole);
    }
}
