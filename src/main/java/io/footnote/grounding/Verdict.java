package io.footnote.grounding;

/**
 * What evidence says about a statement; the three labels of FEVER (Thorne et al., 2018, <i>FEVER: a large-scale dataset
 * for Fact Extraction and VERification</i>).
 */
public enum Verdict {
    /** The evidence says what the statement says. */
    SUPPORTED,
    /** The evidence says something that cannot be true together with the statement. */
    REFUTED,
    /** The evidence does not decide. */
    NOT_ENOUGH_INFO
}
