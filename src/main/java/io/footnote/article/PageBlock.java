package io.footnote.article;

import org.jsoup.nodes.Element;

/**
 * A run of text in a page that is laid out as one block: a paragraph, an item, a heading, a cell. Immutable but for the
 * page's tree, which nobody changes any more.
 *
 * @param kind what the markup makes of it
 * @param text its words, white space collapsed, not blank
 * @param linked how many of the text's letters and digits stand inside links
 * @param owner the innermost element laid out as a block that holds it
 */
record PageBlock(Kind kind, String text, int linked, Element owner) {
    /** What the markup makes of a block. */
    enum Kind {
        PARAGRAPH,
        ITEM,
        HEADING,
        QUOTE,
        CELL,
        CAPTION,
        /** Text directly inside a {@code div} or the like. */
        LOOSE
    }
}
