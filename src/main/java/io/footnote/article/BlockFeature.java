package io.footnote.article;

/** What the body of a page is told by, block by block; each is about 0 to 1 or -1 to 1. */
enum BlockFeature {
    BIAS,
    /** How many words, on a logarithmic scale: 1 for 100. */
    LENGTH,
    LONG,
    SHORT,
    LINKED,
    ALL_LINKED,
    /** Ends with a mark that ends sentences. */
    FINISHED,
    COMMAS,
    /** The share of words that begin with a small letter. */
    SMALL_LETTERS,
    PARAGRAPH,
    ITEM,
    HEADING,
    TOP_HEADING,
    QUOTE,
    CELL,
    CAPTION,
    LOOSE,
    /** Paragraphs of the same parent: how many words they have, on a logarithmic scale, and how much of it is linked. */
    SIBLING_WORDS,
    SIBLING_SHARE,
    BEFORE_LENGTH,
    AFTER_LENGTH,
    BEFORE_LINKED,
    AFTER_LINKED,
    BEFORE_FINISHED,
    AFTER_FINISHED,
    IN_ARTICLE,
    IN_MAIN,
    IN_BODY_PROPERTY,
    IN_ASIDE,
    IN_NAVIGATION,
    IN_FOOTER,
    IN_HEADER,
    IN_FIGURE,
    IN_FORM,
    IN_LIST,
    IN_TABLE,
    /** Class or id of the block, or of an element around it, has a word that such parts of pages have. */
    NAMED_BODY,
    NAMED_BODY_NEAR,
    NAMED_CHROME,
    NAMED_CHROME_NEAR,
    NAMED_TEASER,
    NAMED_TEASER_NEAR,
    NAMED_COMMENT,
    NAMED_CAPTION,
    NAMED_AUTHOR,
    NAMED_SHARE,
    /** The words themselves are those of such a part. */
    SAYS_MORE,
    SAYS_CREDIT,
    SAYS_OFFER,
    SAYS_DATE,
    REPEATED,
    TITLE,
    /** Where in the page, from 0 to 1, and after its main heading. */
    POSITION,
    BEFORE_TITLE,
    STATED_BODY,
    STATED_NOT_BODY,
    STATED_SUMMARY
}
