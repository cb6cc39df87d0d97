package io.footnote.quiz;

import java.util.List;

/**
 * Items from one article. Immutable.
 *
 * @param items in the order they are to be asked
 * @param asked how many were wanted, at least as many as there are items
 */
public record Quiz(List<QuizItem> items, int asked) {

    /** Copies the list. */
    public Quiz {
        items = List.copyOf(items);
    }

    /** What a reader should know when there are fewer items than asked for, or an empty text. */
    public String note() {
        if (items.size() >= asked) {
            return "";
        }
        return items.isEmpty()
                ? "The article has no facts that make a good question; try a longer one."
                : "The article gives " + items.size() + " good questions, fewer than the " + asked + " asked for.";
    }
}
