package io.footnote.evaluation;

import io.footnote.grounding.Judgement;

/** Says whether evidence supports a claim. */
@FunctionalInterface
public interface ClaimJudge {

    /**
     * Judges one claim.
     *
     * @param claim a statement
     * @param evidence a sentence or a whole article
     */
    Judgement judge(String claim, String evidence);
}
