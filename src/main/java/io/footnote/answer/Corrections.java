package io.footnote.answer;

import java.util.List;
import java.util.Optional;

/** The answers that editors wrote themselves. Safe for any number of threads. */
@FunctionalInterface
public interface Corrections {
    /** There are none. */
    Corrections NONE = (question, articleIds) -> Optional.empty();

    /**
     * What the editors answer to this question about one of these articles, or nothing.
     *
     * @param question the question as it was understood
     * @param articleIds at most {@value Answerer#RANKED} or so, the first of which goes first
     */
    Optional<Correction> find(String question, List<String> articleIds);
}
