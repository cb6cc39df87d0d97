package io.footnote.evaluation;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Boundaries found against boundaries that are there. Immutable; counts of several texts add up.
 *
 * @param common in both
 * @param gold those that are there
 * @param found those that were found
 */
public record BoundaryCounts(int common, int gold, int found) {
    /** No text yet. */
    static final BoundaryCounts NONE = new BoundaryCounts(0, 0, 0);

    static BoundaryCounts of(Set<Integer> gold, Set<Integer> found) {
        Set<Integer> common = new HashSet<>(gold);
        common.retainAll(found);
        return new BoundaryCounts(common.size(), gold.size(), found.size());
    }

    BoundaryCounts plus(BoundaryCounts other) {
        return new BoundaryCounts(common + other.common, gold + other.gold, found + other.found);
    }

    /** The harmonic mean of common/found and common/gold; null when there is no boundary at all. */
    public @Nullable Double f1() {
        return Confusion.share(2L * common, (long) gold + found);
    }
}
