package io.footnote.grounding;

/**
 * Something that speaks against a claim. Immutable.
 *
 * @param reason what it is, a clause
 * @param conflict whether the evidence says otherwise; if not, it only does not say so
 */
record Finding(String reason, boolean conflict) {

    static Finding missing(String reason) {
        return new Finding(reason, false);
    }

    static Finding conflicting(String reason) {
        return new Finding(reason, true);
    }
}
