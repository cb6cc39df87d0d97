package io.footnote.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a question gets: statements that the article supports, or the admission that it does not say. Immutable. */
public sealed interface Answer permits Grounded, Abstained {

    /** Who drafted it: {@code extractive}, {@code PROVIDER:MODEL}, or of an {@link Overview} its name. */
    String engine();

    /** Why the embedded drafter stood in for the configured one, or null when it did not. */
    @Nullable
    String fallback();

    /** The probability that the article answers the question, in [0, 1]. */
    double confidence();

    /** The sentences that it shows: those cited, or those that come nearest to what was asked. */
    List<Source> shown();
}
