package io.footnote.grounding;

import java.util.List;

/**
 * What evidence says about a claim. Immutable.
 *
 * @param verdict supported, refuted, or undecided
 * @param score how well the evidence supports the claim, in [0, 1]; at least .5 exactly when the verdict is supported
 * @param reasons what speaks against the claim, a clause each, in the order of the rules; empty when supported
 */
public record Judgement(Verdict verdict, double score, List<String> reasons) {

    /** @throws IllegalArgumentException when {@code score} is outside [0, 1] */
    public Judgement {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score must be in [0, 1], got " + score);
        }
        reasons = List.copyOf(reasons);
    }

    /** Undecided with score 0, for one reason. */
    static Judgement undecided(String reason) {
        return new Judgement(Verdict.NOT_ENOUGH_INFO, 0, List.of(reason));
    }
}
