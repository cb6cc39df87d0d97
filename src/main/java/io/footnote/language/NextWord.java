package io.footnote.language;

/**
 * What comes after the end marks and the white space behind them. Immutable.
 *
 * @param start where its first word begins
 * @param word that word
 * @param opened whether a quotation mark or a bracket stands before the word
 * @param closes whether a closing bracket comes first, so that nothing begins
 * @param dash whether a dash stands before the word
 * @param abbreviated whether a full stop follows a word of one letter, as after an initial
 */
record NextWord(int start, String word, boolean opened, boolean closes, boolean dash, boolean abbreviated) {
    private static final int MOST_SIGNS = 8;

    /** The next word behind {@code from}, with the few signs that may stand before it. */
    static NextWord after(String text, int from, int limit) {
        int at = from;
        boolean opened = false;
        boolean dash = false;
        int signs = 0;
        while (at < limit
                && signs < MOST_SIGNS
                && !Character.isLetterOrDigit(text.codePointAt(at))
                && !Glyphs.isBullet(text.charAt(at))) {
            opened |= Glyphs.isOpener(text.charAt(at));
            dash |= Glyphs.isDash(text.charAt(at));
            signs += Glyphs.isSpace(text.charAt(at)) ? 0 : 1;
            at++;
        }
        int first = from;
        while (first < at && Glyphs.isSpace(text.charAt(first))) {
            first++;
        }
        boolean closes = first < at && ")]}".indexOf(text.charAt(first)) >= 0;
        int end = WordBounds.wordEnd(text, at, limit);
        boolean abbreviated = end == at + 1 && end < limit && text.charAt(end) == '.';
        return new NextWord(at, text.substring(at, end), opened, closes, dash, abbreviated);
    }

    /** In lower case, though not written so on purpose as iPhone is. */
    boolean isLowerCase() {
        if (word.isEmpty() || !Character.isLowerCase(word.codePointAt(0))) {
            return false;
        }
        return word.length() < 2 || !Character.isUpperCase(word.charAt(1));
    }

    boolean isCapital() {
        return !word.isEmpty() && Character.isUpperCase(word.codePointAt(0));
    }

    boolean isDigit() {
        return !word.isEmpty() && Character.isDigit(word.codePointAt(0));
    }

    /** Anything but the lower case that goes on: a capital, a number, a script without capitals, a sign. */
    boolean isBeginning() {
        return !isLowerCase();
    }
}
