package io.footnote.evaluation;

import java.util.List;

/**
 * What a claim's probability of support must be at least, chosen on claims that the probability was not learned from. Of a
 * few sentences, as answers cite them, it is the bound with the greatest balanced accuracy. Of a whole text, where a
 * summary says much in its own words, it is the greatest that refuses at most one in fifty supported claims, since the rules
 * refuse some already.
 *
 * @param ofFew for evidence of a few sentences, in [0, 1]
 * @param ofText for evidence that is a text, in [0, 1]
 */
record SupportBounds(double ofFew, double ofText) {
    private static final double LEAST_PASSED = 0.98;

    /** Coarse, because finer ones would follow chance. */
    private static final int STEPS = 20;

    private static final int GREATEST = 12;

    /**
     * A claim with its probability.
     *
     * @param probability of support
     * @param supported whether it is
     * @param ofText whether its evidence is a text
     */
    record Predicted(double probability, boolean supported, boolean ofText) {}

    static SupportBounds of(List<Predicted> claims) {
        List<Predicted> few = claims.stream().filter(claim -> !claim.ofText()).toList();
        List<Predicted> text = claims.stream().filter(Predicted::ofText).toList();
        double best = 0;
        double ofFew = 0;
        double ofText = 0;
        for (int step = 1; step <= GREATEST; step++) {
            double bound = (double) step / STEPS;
            double balanced = balancedAccuracy(few, bound);
            if (!few.isEmpty() && balanced > best) {
                best = balanced;
                ofFew = bound;
            }
            if (!text.isEmpty() && passed(text, true, bound) >= LEAST_PASSED) {
                ofText = bound;
            }
        }
        return new SupportBounds(ofFew, ofText);
    }

    private static double balancedAccuracy(List<Predicted> claims, double bound) {
        return (passed(claims, true, bound) + 1 - passed(claims, false, bound)) / 2;
    }

    /** The share of the supported claims, or of the others, that pass; 0 of none. */
    private static double passed(List<Predicted> claims, boolean supported, double bound) {
        return claims.stream()
                .filter(claim -> claim.supported() == supported)
                .mapToInt(claim -> claim.probability() >= bound ? 1 : 0)
                .average()
                .orElse(0);
    }
}
