package io.footnote.evaluation;

/** Says whether evidence supports a claim. */
@FunctionalInterface
public interface ClaimJudge {

    /**
     * Judges one claim.
     *
     * @param claim a statement
     * @param evidence a sentence or a whole article
     */
    JudgedClaim judge(String claim, String evidence);
}
