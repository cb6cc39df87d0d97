package io.footnote.grounding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sentence of a draft and what it claims to rest on. Immutable; says nothing about being true.
 *
 * @param text the sentence, not blank
 * @param citations the sentences it points at, in the writer's order; may be empty, which the gate refuses
 * @param gloss what a text in another language says in the article's; null where the text is in the article's language
 */
public record Statement(
        String text, List<Citation> citations, @Nullable String gloss) {

    /** @throws IllegalArgumentException when {@code text} is blank */
    public Statement {
        if (text.isBlank()) {
            throw new IllegalArgumentException("text must not be blank");
        }
        citations = List.copyOf(citations);
    }

    /** A statement in the article's language. */
    public Statement(String text, List<Citation> citations) {
        this(text, citations, null);
    }

    /** What is held against the evidence: the gloss, or the text where it has none. */
    public String claim() {
        return gloss == null ? text : gloss;
    }

    /** The same statement resting on other sentences. */
    public Statement citing(List<Citation> others) {
        return new Statement(text, others, gloss);
    }
}
