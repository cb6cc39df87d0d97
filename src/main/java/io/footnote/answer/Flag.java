package io.footnote.answer;

import java.util.Locale;

/**
 * Something in a question or an article that is not plain text to be read: it was neutralised before a model saw it.
 * Immutable.
 *
 * @param kind what it is
 * @param place where it stands
 */
public record Flag(Kind kind, Place place) {

    /** What was found. */
    public enum Kind {
        /** Words that give orders to a language model. */
        ORDERS,
        /** A number in square brackets, as the sentences shown to a model have it. */
        SENTENCE_NUMBER,
        /** Characters that nobody sees. */
        INVISIBLE,
        /** Characters that turn the direction of writing. */
        DIRECTION,
        /** Tags of HTML or marks that a prompt uses. */
        MARKUP
    }

    /** Where it stands. */
    public enum Place {
        /** In the question or in an earlier one. */
        QUESTION,
        /** In an article. */
        ARTICLE
    }

    /** As it is filtered by: {@code article.orders}. */
    public String name() {
        return (place + "." + kind).toLowerCase(Locale.ROOT);
    }
}
