package io.footnote.quiz;

import java.util.Locale;

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

    /** How the JSON and the exports write it, as {@code how_many}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
