package io.footnote.article;

import io.footnote.language.Span;

/**
 * One sentence of an {@link Article}, by its place in the article's text. Immutable.
 *
 * @param number the sentence's number in the article, from 1; what a citation names
 * @param start the first UTF-16 code unit in the article's text, from 0
 * @param end the code unit after the last, greater than {@code start}
 * @param citable whether an answer may rest on it; headlines and captions that state nothing may not
 */
public record Sentence(int number, int start, int end, boolean citable) {

    /** @throws IllegalArgumentException when a component is out of its range */
    public Sentence {
        if (number < 1) {
            throw new IllegalArgumentException("number must be at least 1, got " + number);
        }
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("sentence must be 0 <= start < end, got [" + start + ", " + end + ")");
        }
    }

    /** The sentence's place as a span. */
    public Span span() {
        return new Span(start, end);
    }
}
