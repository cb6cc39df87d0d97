package io.footnote.telegram;

import java.io.Serial;

/**
 * The bot cannot run. The message is one sentence for the person who runs it, saying what is wrong and what to do; it
 * never holds the token.
 */
public final class BotException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    BotException(String message) {
        super(message);
    }
}
