package io.footnote.model;

/** Estimates of how many tokens a text is, where nobody has counted. */
public final class Tokens {
    /** What tokenizers make of Latin, Greek and Cyrillic letters, about. */
    private static final int LETTERS_PER_TOKEN = 4;

    private static final int LAST_CYRILLIC = 0x052F;

    private Tokens() {}

    /** About four letters of the alphabets of Europe, or one character of any other script, are a token. */
    public static int estimate(String text) {
        long letters = text.codePoints().filter(point -> point <= LAST_CYRILLIC).count();
        long others = text.codePoints().count() - letters;
        return Math.toIntExact(Math.ceilDiv(letters, LETTERS_PER_TOKEN) + others);
    }
}
