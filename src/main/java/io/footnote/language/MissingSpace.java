package io.footnote.language;

import io.footnote.language.EndMarks.Kind;

/**
 * Recognises sentences between which a page has lost the space: the marks stand between a word in lower case and a
 * capitalised one, and the unspaced text is no address and no file name. Stateless.
 */
final class MissingSpace {
    private MissingSpace() {}

    /** Whether a sentence ends at these marks although no white space follows. */
    static boolean endsSentence(String text, EndMarks marks, int limit) {
        int next = marks.end();
        int after = next;
        if (Glyphs.isOpener(text.charAt(next)) && next + 1 < limit) {
            after = next + 1;
        }
        boolean capitalised = after + 1 < limit
                && Character.isUpperCase(text.charAt(after))
                && Character.isLowerCase(text.charAt(after + 1));
        if (!capitalised || marks.kind() == Kind.ELLIPSIS) {
            return false;
        }
        if (marks.end() > marks.bodyEnd()) {
            return true;
        }
        return endsPlainWord(text, marks.start()) && !isAddress(text, marks.start(), limit);
    }

    private static boolean endsPlainWord(String text, int end) {
        int from = Math.max(0, end - WordBounds.LONGEST);
        int at = end;
        while (at > from && Character.isLetter(text.charAt(at - 1))) {
            at--;
        }
        boolean lowerCase = end - at >= 2
                && Character.isLowerCase(text.charAt(end - 1))
                && Character.isLowerCase(text.charAt(end - 2));
        return lowerCase && (at == 0 || text.charAt(at - 1) != '.');
    }

    /** Whether the unspaced text around a mark is an address or a file name rather than two sentences. */
    private static boolean isAddress(String text, int mark, int limit) {
        for (int i = mark - 1; i >= Math.max(0, mark - WordBounds.LONGEST) && !Glyphs.isSpace(text.charAt(i)); i--) {
            if (isAddressSign(text.charAt(i))) {
                return true;
            }
        }
        int end = Math.min(limit, mark + WordBounds.LONGEST);
        for (int i = mark + 1; i < end && !Glyphs.isSpace(text.charAt(i)); i++) {
            boolean innerDot = text.charAt(i) == '.' && i + 1 < limit && Character.isLetterOrDigit(text.charAt(i + 1));
            if (innerDot || isAddressSign(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAddressSign(char c) {
        return c == '@' || c == '/' || c == '\\' || c == '_' || c == '=' || c == '#' || c == '&';
    }
}
