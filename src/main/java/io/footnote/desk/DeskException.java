package io.footnote.desk;

import java.io.Serial;

/** The desk cannot be started, or no link made; the message says why and what to do. */
public final class DeskException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    DeskException(String message) {
        super(message);
    }

    DeskException(String message, Throwable cause) {
        super(message, cause);
    }
}
