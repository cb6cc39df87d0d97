package io.footnote.storage;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The database could not do what was asked. The message is one sentence for the person who runs the program, saying
 * what is wrong and what to do; it never holds a password.
 */
public final class StorageException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean retriable;

    StorageException(String message, boolean retriable, @Nullable Throwable cause) {
        super(message, cause);
        this.retriable = retriable;
    }

    /** Whether the same call may succeed a little later with nobody doing anything, as with a lock. */
    public boolean retriable() {
        return retriable;
    }
}
