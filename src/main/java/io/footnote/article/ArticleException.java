package io.footnote.article;

/**
 * A text that cannot become an article: missing, empty, too long, or not text at all. The message is one sentence that
 * names the source, says what is wrong and what to do. Never worth repeating unchanged.
 */
public final class ArticleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message one sentence for the person who named the source */
    public ArticleException(String message) {
        super(message);
    }

    /**
     * @param message one sentence for the person who named the source
     * @param cause what the system said, for the log
     */
    public ArticleException(String message, Throwable cause) {
        super(message, cause);
    }
}
