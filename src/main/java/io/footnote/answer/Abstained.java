package io.footnote.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The admission that the article does not say. Immutable.
 *
 * @param reason what led to it
 * @param missing the question's words that the article lacks, or null where it lacks none
 * @param nearest the sentences that come nearest, best first; may be empty
 */
public record Abstained(
        Reason reason,
        @Nullable String missing,
        List<Source> nearest,
        double confidence,
        String engine,
        @Nullable String fallback)
        implements Answer {

    /** Why there is no answer. */
    public enum Reason {
        /** No sentence of the article is about it. */
        NO_RELEVANT_PASSAGE,
        /** The language model read the article and found no answer in it. */
        MODEL_ABSTAINED,
        /** There was a draft, and no statement of it passed the gate. */
        NOTHING_SUPPORTED,
        /** The language model's reply was no draft. */
        MALFORMED_DRAFT
    }

    /** Makes the list immutable. */
    public Abstained {
        nearest = List.copyOf(nearest);
    }

    @Override
    public List<Source> shown() {
        return nearest;
    }
}
