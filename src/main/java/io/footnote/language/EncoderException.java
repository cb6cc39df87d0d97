package io.footnote.language;

import java.io.Serial;

/** The encoder cannot be used on this machine. The message is one sentence that says what is wrong and what to do. */
public final class EncoderException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    EncoderException(String message, Throwable cause) {
        super(message, cause);
    }
}
