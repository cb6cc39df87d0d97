package io.footnote.answer;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a reader sees of an answer that is still being made; it is in the log before they see it, so that a crash in
 * between leaves no answer that nobody knows of. Immutable.
 *
 * @param id what the log will know the answer by
 * @param question what was asked
 * @param reader the name by which the reader is told apart, or null where readers are not
 * @param answer the statements shown until now, with their sources
 */
public record ShownSoFar(
        String id, Question question, @Nullable String reader, Grounded answer) {

    /** @throws NullPointerException when one is missing but the reader */
    public ShownSoFar {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(answer, "answer");
    }
}
