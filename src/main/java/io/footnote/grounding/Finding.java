package io.footnote.grounding;

/**
 * Something that speaks against a claim. Immutable.
 *
 * @param reason what it is, a clause
 * @param kind whether the evidence says otherwise, only does not say so, or says it of something else
 */
record Finding(String reason, Kind kind) {

    /** How something speaks against a claim. */
    enum Kind {
        /** The evidence does not have it. */
        MISSING,
        /** The evidence has it, far from what the claim says of it. */
        ELSEWHERE,
        /** The evidence says otherwise. */
        CONFLICT
    }

    static Finding missing(String reason) {
        return new Finding(reason, Kind.MISSING);
    }

    static Finding elsewhere(String reason) {
        return new Finding(reason, Kind.ELSEWHERE);
    }

    static Finding conflicting(String reason) {
        return new Finding(reason, Kind.CONFLICT);
    }

    static Finding of(String reason, boolean conflict) {
        return conflict ? conflicting(reason) : missing(reason);
    }

    boolean conflict() {
        return kind == Kind.CONFLICT;
    }

    boolean elsewhere() {
        return kind == Kind.ELSEWHERE;
    }
}
