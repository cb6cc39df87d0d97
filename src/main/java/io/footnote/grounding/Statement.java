package io.footnote.grounding;

import java.util.List;

/**
 * One sentence of a draft and what it claims to rest on. Immutable; says nothing about being true.
 *
 * @param text the sentence, not blank
 * @param citations the sentences it points at, in the writer's order; may be empty, which the gate refuses
 */
public record Statement(String text, List<Citation> citations) {

    /** @throws IllegalArgumentException when {@code text} is blank */
    public Statement {
        if (text.isBlank()) {
            throw new IllegalArgumentException("text must not be blank");
        }
        citations = List.copyOf(citations);
    }
}
