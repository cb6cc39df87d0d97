package io.footnote.evaluation;

import java.util.List;

/**
 * Texts with their sentences. Immutable.
 *
 * @param name the file's name without {@code .jsonl}
 * @param texts in the order of the file; at least one
 */
public record SentenceSet(String name, List<GoldSplit> texts) implements DataSet {

    /** @throws IllegalArgumentException when there is no text */
    public SentenceSet {
        texts = List.copyOf(texts);
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("texts must not be empty");
        }
    }

    @Override
    public int size() {
        return texts.size();
    }
}
