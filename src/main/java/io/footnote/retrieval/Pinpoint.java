package io.footnote.retrieval;

/**
 * The words of a sentence that answer a question. Immutable.
 *
 * @param start the first UTF-16 code unit in the article's text
 * @param end the code unit after the last
 * @param text the words, verbatim
 * @param overlap how much of them is expected to be right: the mean F1 with the right words, in [0, 1]
 * @param explanation why these words: what their score is the sum of
 */
public record Pinpoint(int start, int end, String text, double overlap, Explanation explanation) {}
