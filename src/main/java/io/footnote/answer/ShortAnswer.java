package io.footnote.answer;

/**
 * The words within the first source that answer the question. Immutable.
 *
 * @param start the first UTF-16 code unit in the article's text
 * @param end the code unit after the last
 * @param text the words, verbatim
 */
public record ShortAnswer(int start, int end, String text) {

    /** @throws IllegalArgumentException when the offsets do not fit the text */
    public ShortAnswer {
        if (start < 0 || end - start != text.length() || text.isBlank()) {
            throw new IllegalArgumentException(
                    "offsets [" + start + ", " + end + ") do not fit a text of " + text.length() + " units");
        }
    }
}
