package io.footnote.language;

import java.io.Serial;

/** An entailment model cannot be used. The message is for the operator and says what to do. */
public final class EntailmentException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    EntailmentException(String message) {
        super(message);
    }

    EntailmentException(String message, Throwable cause) {
        super(message, cause);
    }
}
