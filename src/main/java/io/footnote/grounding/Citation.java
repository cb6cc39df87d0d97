package io.footnote.grounding;

/**
 * A pointer from a statement to a sentence, as its writer gave it: it need not exist until the gate has said so.
 * Immutable.
 *
 * @param articleId the article's id
 * @param sentence the sentence's number in that article as the writer named it; any integer
 */
public record Citation(String articleId, int sentence) {}
