package io.footnote.evaluation;

import java.util.List;

/**
 * Claims with evidence, labelled. Immutable.
 *
 * @param name the file's name without {@code .jsonl}
 * @param claims in the order of the file; at least one
 */
public record ClaimSet(String name, List<GoldClaim> claims) implements DataSet {

    /** @throws IllegalArgumentException when there is no claim */
    public ClaimSet {
        claims = List.copyOf(claims);
        if (claims.isEmpty()) {
            throw new IllegalArgumentException("claims must not be empty");
        }
    }

    @Override
    public int size() {
        return claims.size();
    }
}
