package io.footnote.evaluation;

/**
 * A claim, its evidence and whether the one supports the other. Immutable.
 *
 * @param id what the data set calls it
 * @param claim the claim, not blank
 * @param evidence a sentence or a whole article, not blank
 * @param supported whether the evidence supports the claim
 */
public record GoldClaim(String id, String claim, String evidence, boolean supported) {}
