package io.footnote.article;

import java.util.Locale;

/**
 * What a page says of its article in its data, for finding the article in it. Immutable.
 *
 * @param body the letters and digits of the body as structured data give it, or empty
 * @param summary the same of the summary, or empty
 * @param title the same of the title, or empty
 */
record PageStatements(String body, String summary, String title) {

    /** Whether the block is the title. */
    boolean isTitle(String block) {
        return !title.isEmpty()
                && block.length() <= 2 * title.length() + 20
                && lettersOf(block).equals(title);
    }

    /** The letters and digits of a text, in small letters. */
    static String lettersOf(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        String small = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < small.length(); i++) {
            if (Character.isLetterOrDigit(small.charAt(i))) {
                letters.append(small.charAt(i));
            }
        }
        return letters.toString();
    }
}
