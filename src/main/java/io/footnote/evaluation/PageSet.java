package io.footnote.evaluation;

import java.util.List;

/**
 * Web pages with the articles in them. Immutable.
 *
 * @param name the file's name without {@code .jsonl}
 * @param pages in the order of the file; at least one
 */
public record PageSet(String name, List<GoldPage> pages) implements DataSet {

    /** @throws IllegalArgumentException when there is no page */
    public PageSet {
        pages = List.copyOf(pages);
        if (pages.isEmpty()) {
            throw new IllegalArgumentException("pages must not be empty");
        }
    }

    @Override
    public int size() {
        return pages.size();
    }
}
