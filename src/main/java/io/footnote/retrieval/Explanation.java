package io.footnote.retrieval;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a number is what it is: a tree whose every node is the sum of its parts, after Lucene's {@code explain}. Immutable.
 *
 * @param what what the number is called
 * @param part what it adds to the sum that it is a part of; its weight times its scaled value, or the sum of its parts
 * @param value the value before scaling, or null for a sum
 * @param scaled the value as it was weighed, or null for a sum
 * @param weight its weight, or null for a sum
 * @param parts what a sum is made of, in the order to be read; empty for a single value
 */
public record Explanation(
        String what,
        double part,
        @Nullable Double value,
        @Nullable Double scaled,
        @Nullable Double weight,
        List<Explanation> parts) {

    /** Makes the list immutable. */
    public Explanation {
        parts = List.copyOf(parts);
    }

    /** A single value. */
    static Explanation of(String what, double value, double scaled, double weight) {
        return new Explanation(what, weight * scaled, value, scaled, weight, List.of());
    }

    /** A sum; parts that add nothing are left out. */
    static Explanation sum(String what, List<Explanation> parts) {
        double sum = parts.stream().mapToDouble(Explanation::part).sum();
        return new Explanation(
                what,
                sum,
                null,
                null,
                null,
                parts.stream().filter(part -> part.part() != 0).toList());
    }

    /** A sum, its greatest parts first, those beyond {@code most} taken together. */
    static Explanation largestFirst(String what, List<Explanation> parts, int most) {
        List<Explanation> sorted = parts.stream()
                .sorted(Comparator.comparingDouble((Explanation part) -> -Math.abs(part.part())))
                .toList();
        if (sorted.size() <= most) {
            return sum(what, sorted);
        }
        List<Explanation> rest = sorted.subList(most, sorted.size());
        Explanation others = new Explanation(
                rest.size() + " more",
                rest.stream().mapToDouble(Explanation::part).sum(),
                null,
                null,
                null,
                List.of());
        return sum(
                what,
                Stream.concat(sorted.stream().limit(most), Stream.of(others)).toList());
    }
}
