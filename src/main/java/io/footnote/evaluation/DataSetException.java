package io.footnote.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * A data set that cannot be used. The message is one sentence for the person who named the file: the file, the line
 * where there is one, what is wrong and what to do. Never worth repeating with the same file.
 */
public final class DataSetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message one sentence for the person who named the file
     * @param cause what led to it, or null
     */
    public DataSetException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
