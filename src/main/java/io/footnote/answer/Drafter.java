package io.footnote.answer;

import io.footnote.grounding.CheckedStatement;
import io.footnote.grounding.Statement;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes the draft of an answer. Safe for any number of threads. */
public interface Drafter {

    /** Who drafts: {@code extractive}, or {@code PROVIDER:MODEL}. */
    String engine();

    /**
     * Drafts an answer from what was found.
     *
     * @param written told each statement as soon as it is written, by the caller's thread, where the drafter writes one
     *     after the other; null where nobody waits for single statements
     * @return statements with the sentences they rest on, or a draft that says the article does not answer
     * @throws DraftException when there is no draft, or no whole one
     */
    Draft draft(DraftRequest request, @Nullable Consumer<Statement> written);

    /**
     * Writes statements anew that did not pass the gate. Asked at most once for an answer.
     *
     * @param failed what did not pass, with the reasons
     * @return statements in their place; unanswerable where there is nothing to say instead
     * @throws DraftException when there is no reply that can be read
     */
    default Draft repair(DraftRequest request, List<CheckedStatement> failed) {
        return Draft.NOTHING;
    }

    /** Told the statements of a draft that passed, so that they can be kept for the same request. */
    default void passed(Draft draft, List<Statement> statements) {}

    /** Told that a draft which it had kept no longer passes. */
    default void failed(Draft draft) {}
}
