package io.footnote.evaluation;

import io.footnote.grounding.Judgement;

/**
 * What became of one claim. Immutable.
 *
 * @param gold the claim and its label
 * @param judged what was said about it
 */
public record ClaimOutcome(GoldClaim gold, Judgement judged) {}
