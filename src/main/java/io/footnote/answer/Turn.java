package io.footnote.answer;

/**
 * One earlier exchange of a conversation. Immutable.
 *
 * @param question what was asked, as it was asked
 * @param answer what was said, without markers
 */
public record Turn(String question, String answer) {}
