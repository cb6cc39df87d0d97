package io.footnote.answer;

import java.util.function.UnaryOperator;

/**
 * The words within the first source that answer the question. Immutable.
 *
 * @param start the first UTF-16 code unit in the article's text
 * @param end the code unit after the last
 * @param text the words, verbatim
 */
public record ShortAnswer(int start, int end, String text) {
    private static final String FOLLOWING = "x";

    /** @throws IllegalArgumentException when the offsets do not fit the text */
    public ShortAnswer {
        if (start < 0 || end - start != text.length() || text.isBlank()) {
            throw new IllegalArgumentException(
                    "offsets [" + start + ", " + end + ") do not fit a text of " + text.length() + " units");
        }
    }

    /**
     * The same words as they are shown: with offsets into the source's text on one line.
     *
     * @param source the sentence they are of
     * @param oneLine puts a text on one line; must make every run of white space a space and change no word
     * @throws IllegalArgumentException when they are not of that sentence
     */
    public ShortAnswer shownIn(Source source, UnaryOperator<String> oneLine) {
        if (start < source.start() || end > source.end()) {
            throw new IllegalArgumentException("[" + start + ", " + end + ") must be within source " + source.n());
        }
        String shown = oneLine.apply(text);
        // white space before the words counts only because something follows it
        int from = oneLine.apply(source.text().substring(0, start - source.start()) + FOLLOWING)
                        .length()
                - FOLLOWING.length();
        return new ShortAnswer(from, from + shown.length(), shown);
    }
}
