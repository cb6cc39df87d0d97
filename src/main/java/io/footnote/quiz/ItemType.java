package io.footnote.quiz;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an item asks for. */
public enum ItemType {
    /** Who did it. */
    WHO,
    /** Which country, organization or thing it was. */
    WHAT,
    /** Where it was. */
    WHERE,
    /** When it was. */
    WHEN,
    /** How many there were. */
    HOW_MANY,
    /** Who said it. */
    QUOTE,
    /** Whether a sentence is true by the article. */
    TRUE_FALSE,
    /** What came first. */
    ORDER,
    /** What stands in the gap. */
    CLOZE;

    /** The type of that label, or nothing. */
    public static Optional<ItemType> of(String label) {
        return Arrays.stream(values())
                .filter(type -> type.label().equals(label.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** Whether its question is no whole sentence of the article, so that it may be clear without what stands before. */
    boolean asks() {
        return switch (this) {
            case WHO, WHAT, WHEN, WHERE, HOW_MANY -> true;
            case QUOTE, TRUE_FALSE, ORDER, CLOZE -> false;
        };
    }

    /** How the JSON and the exports write it, as {@code how_many}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
