package io.footnote.retrieval;

/** What a stretch of a sentence is as a whole. */
enum SpanKind {
    MONEY,
    PERCENT,
    COUNT,
    ORDINAL,
    CLOCK,
    DATE,
    NAME,
    /** Has a number in it. */
    NUMERIC,
    /** Begins or ends with a capital. */
    CAPITALISED,
    /** Opens like a clause: because, to, by, for, that, as, which. */
    CLAUSE,
    /** Anything else. */
    PHRASE
}
