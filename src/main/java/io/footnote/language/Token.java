package io.footnote.language;

import java.util.Locale;

/**
 * One token of a text. Immutable.
 *
 * @param start the first UTF-16 code unit in the text, from 0
 * @param end the code unit after the last
 * @param surface how it is written, less invisible characters, compatibility forms resolved (NFKC)
 * @param norm what verbatim comparison goes by: the surface in lower case, typographic marks as their ASCII forms
 * @param key what comparison of content goes by: the stem, the country for its demonyms, the number as written
 * @param type what kind of token it is
 */
public record Token(int start, int end, String surface, String norm, String key, Type type) {

    /** Kinds of token. */
    public enum Type {
        /** Begins with a letter. */
        WORD,
        /** Begins with a digit. */
        NUMBER,
        /** Anything else, a character each. */
        PUNCTUATION
    }

    /** Whether it is a word or a number. */
    public boolean isWord() {
        return type != Type.PUNCTUATION;
    }

    /** Whether it is a word, a number, or a mark that changes what a number means: a currency, per cent, plus. */
    public boolean isVerbal() {
        return isWord() || is("%") || is("+") || Character.getType(norm.codePointAt(0)) == Character.CURRENCY_SYMBOL;
    }

    /** Whether its normal form is that. */
    public boolean is(String other) {
        return norm.equals(other);
    }

    /** Whether it begins with a capital, or is a word such as {@code iPhone} with one inside. */
    public boolean capitalised() {
        return type == Type.WORD && !surface.equals(surface.toLowerCase(Locale.ROOT));
    }

    /** Whether it consists of two or more capitals, digits and dots, as {@code US} and {@code G20} do. */
    public boolean acronym() {
        return type == Type.WORD && surface.length() > 1 && surface.equals(surface.toUpperCase(Locale.ROOT));
    }
}
