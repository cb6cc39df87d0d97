package io.footnote.evaluation;

import io.footnote.grounding.Verdict;
import java.util.List;

/**
 * What was said about a claim. Immutable.
 *
 * @param verdict what the evidence says about it
 * @param score how well the evidence supports it, in [0, 1]
 * @param reasons why it is not better supported; may be empty
 */
public record JudgedClaim(Verdict verdict, double score, List<String> reasons) {

    /** @throws IllegalArgumentException when {@code score} is outside [0, 1] */
    public JudgedClaim {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score must be in [0, 1], got " + score);
        }
        reasons = List.copyOf(reasons);
    }
}
