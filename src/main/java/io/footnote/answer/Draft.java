package io.footnote.answer;

import io.footnote.grounding.Statement;
import io.footnote.model.ModelCall;
import java.util.List;

/**
 * What a drafter proposes; nothing in it is believed before the gate has seen it. Immutable.
 *
 * @param answerable whether the drafter thinks that the article answers
 * @param statements in the order to be read; empty when not answerable
 * @param calls what was asked of models for it
 */
public record Draft(boolean answerable, List<Statement> statements, List<ModelCall> calls) {

    /** @throws IllegalArgumentException when there are statements although the article does not answer */
    public Draft {
        statements = List.copyOf(statements);
        calls = List.copyOf(calls);
        if (!answerable && !statements.isEmpty()) {
            throw new IllegalArgumentException("a draft that does not answer must have no statements");
        }
    }
}
