package io.footnote.answer;

import io.footnote.grounding.Statement;
import io.footnote.model.ModelCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a drafter proposes; nothing in it is believed before the gate has seen it. Immutable.
 *
 * @param answerable whether the drafter thinks that the article answers
 * @param statements in the order to be read; empty when not answerable
 * @param calls what was asked of models for it
 * @param key what its drafter would know the same request by, or null where it keeps none
 * @param cached whether it was kept from an earlier request
 */
public record Draft(
        boolean answerable,
        List<Statement> statements,
        List<ModelCall> calls,
        @Nullable String key,
        boolean cached) {
    /** No statement, and nothing asked. */
    static final Draft NOTHING = new Draft(false, List.of(), List.of());

    /** @throws IllegalArgumentException when there are statements although the article does not answer */
    public Draft {
        statements = List.copyOf(statements);
        calls = List.copyOf(calls);
        if (!answerable && !statements.isEmpty()) {
            throw new IllegalArgumentException("a draft that does not answer must have no statements");
        }
    }

    /** A draft that is not kept. */
    public Draft(boolean answerable, List<Statement> statements, List<ModelCall> calls) {
        this(answerable, statements, calls, null, false);
    }

    Draft keptBy(String requestKey) {
        return new Draft(answerable, statements, calls, requestKey, cached);
    }
}
