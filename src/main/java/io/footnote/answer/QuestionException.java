package io.footnote.answer;

/**
 * A question that cannot be asked: too long, or without a word in it. The message is one sentence for the person who
 * asked, saying what is wrong and what to do. Never worth repeating unchanged.
 */
public final class QuestionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message one sentence for the person who asked */
    public QuestionException(String message) {
        super(message);
    }
}
