package io.footnote.language;

/** What single characters are to punctuation. Stateless. */
final class Glyphs {
    private Glyphs() {}

    /** White space of any kind, the no-break space and the line separators included. */
    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** A mark that can end a sentence. */
    static boolean isEndMark(char c) {
        return c == '.' || c == '…' || isForcefulMark(c) || isFullWidthMark(c);
    }

    /** An end mark that no abbreviation uses. */
    static boolean isForcefulMark(char c) {
        return c == '!' || c == '?' || c == '‼' || c == '⁉' || c == '‽' || c == '؟' || c == '।' || c == '۔';
    }

    /** An end mark of the scripts that set no space after it. */
    static boolean isFullWidthMark(char c) {
        return c == '。' || c == '！' || c == '？' || c == '｡';
    }

    /** A mark that closes a quotation or a bracket, or may: straight ones do either. */
    static boolean isCloser(char c) {
        return isClosingQuote(c) || c == ')' || c == ']' || c == '}' || c == '）' || c == '】';
    }

    static boolean isClosingQuote(char c) {
        return c == '”' || c == '’' || c == '»' || c == '›' || c == '"' || c == '\'' || c == '」' || c == '』'
                || c == '＂';
    }

    /** A quotation mark whose shape opens; scraped pages close with it too. */
    static boolean isOpeningQuote(char c) {
        return c == '“' || c == '„' || c == '‘' || c == '‚' || c == '«' || c == '‹' || c == '‟' || c == '‛';
    }

    /** A mark that may stand before the first word of a sentence. */
    static boolean isOpener(char c) {
        return isOpeningQuote(c) || isClosingQuote(c) || c == '(' || c == '[' || c == '{' || c == '¿' || c == '¡';
    }

    static boolean isDash(char c) {
        return c == '-' || c == '–' || c == '—' || c == '―' || c == '‒';
    }

    /** A sign that does nothing but begin an item of a list. */
    static boolean isBullet(char c) {
        return c == '•' || c == '⁃' || c == '‣' || c == '◦' || c == '▪' || c == '▫' || c == '●' || c == '■' || c == '➢';
    }
}
