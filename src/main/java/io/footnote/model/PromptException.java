package io.footnote.model;

/** A prompt's file is missing or malformed. The message is one sentence for the operator. Stops the start. */
public final class PromptException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PromptException(String message) {
        super(message);
    }

    PromptException(String message, Throwable cause) {
        super(message, cause);
    }
}
