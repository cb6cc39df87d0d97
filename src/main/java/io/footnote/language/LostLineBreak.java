package io.footnote.language;

/**
 * Recognises where a page has lost a line break after a caption or a heading, so that no mark ends it:
 *
 * <ul>
 *   <li>a picture credit begins ({@code Photo:});
 *   <li>or, in the first sentence of a paragraph, a capitalised function word follows a plain word with nothing but a
 *       space, and a word in lower case comes after it ({@code ... at the gate The results show}). English has that
 *       capital only at a beginning or in a title, and a title would go on with a capital.
 * </ul>
 *
 * Immutable and safe for any number of threads.
 */
final class LostLineBreak {
    private final WordGroups words;

    LostLineBreak(WordGroups words) {
        this.words = words;
    }

    /**
     * Whether a new line begins at this word.
     *
     * @param start where the sentence began
     * @param at where the word begins, with white space before it
     * @param limit where the paragraph ends
     * @param first whether the sentence is the first of its paragraph and no quotation is open
     */
    boolean isBefore(String text, int start, int at, int limit, boolean first) {
        return beginsCredit(text, at, limit) || (first && beginsBody(text, start, at, limit));
    }

    private boolean beginsCredit(String text, int at, int limit) {
        if (!Character.isUpperCase(text.charAt(at))) {
            return false;
        }
        int end = WordBounds.wordEnd(text, at, limit);
        return end + 1 < limit
                && text.charAt(end) == ':'
                && Glyphs.isSpace(text.charAt(end + 1))
                && words.has("picture-label", text.substring(at, end));
    }

    private boolean beginsBody(String text, int start, int at, int limit) {
        int before = at - 2;
        if (before < start
                || !Character.isUpperCase(text.charAt(at))
                || !Character.isLetterOrDigit(text.charAt(before))) {
            return false;
        }
        int end = WordBounds.wordEnd(text, at, limit);
        return end + 1 < limit
                && text.charAt(end) == ' '
                && Character.isLowerCase(text.codePointAt(end + 1))
                && words.has("line-opener", text.substring(at, end))
                && !words.has("opener", WordBounds.wordBefore(text, start, before + 1));
    }
}
