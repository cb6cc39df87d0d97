package io.footnote.model;

/** The chat model's server does not do as configured; the message says why, in a sentence for an operator. */
public final class ModelUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ModelUnavailableException(String message) {
        super(message);
    }
}
