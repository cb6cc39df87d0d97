package io.footnote.retrieval;

/**
 * The index could not be read or written. The message is one sentence that says what is wrong and what to do. Nothing
 * is lost by it: the index is made from the articles.
 */
public final class RetrievalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean retriable;

    RetrievalException(String message, boolean retriable, Throwable cause) {
        super(message, cause);
        this.retriable = retriable;
    }

    /** Whether the same call may succeed a little later. */
    public boolean retriable() {
        return retriable;
    }
}
