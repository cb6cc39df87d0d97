package io.footnote.evaluation;

import java.util.Locale;

/** In what one place a supported statement is made false, or at least unsupported. */
public enum MutationKind {
    /** Another number. */
    NUMBER,
    /** Another date. */
    DATE,
    /** Another name of a person, an organisation or a thing. */
    NAME,
    /** Another country, city or region. */
    PLACE,
    /** Who does it and to whom it is done exchanged. */
    ROLES,
    /** A verb denied. */
    NEGATION,
    /** A word replaced by its opposite. */
    ANTONYM,
    /** A clause added that nothing supports. */
    CLAUSE;

    /** What figures call it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
