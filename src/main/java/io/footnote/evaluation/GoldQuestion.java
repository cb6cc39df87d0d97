package io.footnote.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question and what a right answer rests on. Immutable.
 *
 * @param id what the data set calls it; need not be unique
 * @param text the question, one that can be asked
 * @param answerable whether its article answers it
 * @param answer the words that answer, or null where the data set has none
 * @param support the places that answer, each of them enough by itself; none when not answerable
 */
public record GoldQuestion(
        String id,
        String text,
        boolean answerable,
        @Nullable String answer,
        List<Support> support) {

    /** @throws IllegalArgumentException when an answerable question has no support */
    public GoldQuestion {
        support = List.copyOf(support);
        if (answerable && support.isEmpty()) {
            throw new IllegalArgumentException("an answerable question must have support, got none for " + id);
        }
    }
}
