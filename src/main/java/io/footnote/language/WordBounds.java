package io.footnote.language;

/** Where words begin and end, for the rules of sentences. Stateless. */
final class WordBounds {
    /** Longer runs of letters are no word of English, and looking at all of them would cost time. */
    static final int LONGEST = 40;

    private WordBounds() {}

    /** The word that ends at {@code end}, with the full stops inside it. */
    static String wordBefore(String text, int start, int end) {
        int from = Math.max(start, end - LONGEST);
        int at = end;
        while (at > from && (isWordPart(text.charAt(at - 1)) || (at - 1 > from && isInner(text, at - 1, end)))) {
            at--;
        }
        while (at < end && text.charAt(at) == '.') {
            at++;
        }
        return text.substring(at, end);
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || c == '.'
                || c == '°'
                || c == '№'
                || c == '&'
                || c == '/';
    }

    /** Where the word that begins at {@code start} ends: letters, digits, and apostrophes between letters. */
    static int wordEnd(String text, int start, int limit) {
        int end = start;
        int to = Math.min(limit, start + LONGEST);
        while (end < to && (Character.isLetterOrDigit(text.charAt(end)) || isInner(text, end, to))) {
            end++;
        }
        return end;
    }

    private static boolean isInner(String text, int at, int limit) {
        char c = text.charAt(at);
        return (c == '\'' || c == '’')
                && at > 0
                && Character.isLetter(text.charAt(at - 1))
                && at + 1 < limit
                && Character.isLetter(text.charAt(at + 1));
    }
}
