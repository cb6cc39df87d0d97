package io.footnote.language;

/**
 * What part a token plays in a phrase, as far as its form tells: closed classes by list (most common words are a class of
 * their own), the others by ending, capital or digit.
 */
public enum WordClass {
    THE,
    A,
    AND,
    OR,
    BUT,
    OF,
    IN,
    TO,
    BY,
    FOR,
    ON,
    AT,
    FROM,
    WITH,
    AS,
    PREPOSITION,
    /** What opens a reason. */
    BECAUSE,
    THAT,
    SUBORDINATOR,
    POSSESSIVE,
    DETERMINER,
    PRONOUN,
    BE,
    AUXILIARY,
    NOT,
    /** Begins with a digit, or is a sign of money or share. */
    NUMBER,
    /** A word with a capital. */
    CAPITAL,
    /** A word that ends in -ing. */
    ING,
    /** A word that ends in -ed. */
    ED,
    /** A word that ends in -ly. */
    LY,
    /** A word that ends in -s. */
    PLURAL,
    /** Any other word. */
    WORD,
    COMMA,
    STOP,
    OPENING,
    CLOSING,
    QUOTE,
    APOSTROPHE,
    DASH,
    COLON,
    /** Any other mark. */
    MARK,
    /** No token: before the first and after the last. */
    EDGE;

    /** Whether it carries content rather than holds a phrase together. */
    public boolean isContent() {
        return compareTo(NUMBER) >= 0 && compareTo(WORD) <= 0;
    }

    /** The class of a mark. */
    static WordClass ofMark(String norm) {
        return switch (norm) {
            case "," -> COMMA;
            case ".", "?", "!" -> STOP;
            case "(" -> OPENING;
            case ")" -> CLOSING;
            case "\"" -> QUOTE;
            case "'" -> APOSTROPHE;
            case "-" -> DASH;
            case ":", ";" -> COLON;
            case "%" -> NUMBER;
            default -> Lexicon.isCurrencySign(norm) ? NUMBER : MARK;
        };
    }

    /** The class of a word that is in no list, by its ending. */
    static WordClass ofEnding(String norm) {
        if (norm.endsWith("ing")) {
            return ING;
        }
        if (norm.endsWith("ed")) {
            return ED;
        }
        if (norm.endsWith("ly")) {
            return LY;
        }
        return norm.endsWith("s") && !norm.endsWith("ss") ? PLURAL : WORD;
    }
}
