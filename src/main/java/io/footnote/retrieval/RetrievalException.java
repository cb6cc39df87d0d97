package io.footnote.retrieval;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import org.apache.lucene.store.LockObtainFailedException;

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

    /** The exception that says what failed, and why as far as {@code e} tells. */
    static RetrievalException of(String what, Exception e) {
        return new RetrievalException(what + ": " + reasonOf(e), e instanceof LockObtainFailedException, e);
    }

    private static String reasonOf(Exception e) {
        String message = String.valueOf(e.getMessage());
        if (e instanceof LockObtainFailedException) {
            return "another process has been writing it for " + IndexLock.WAIT.toSeconds()
                    + " seconds; wait for it or end it.";
        }
        if (e instanceof FileAlreadyExistsException || message.contains("Not a directory")) {
            return "a file stands where a folder should be; move it away.";
        }
        if (e instanceof AccessDeniedException || message.contains("Read-only file system")) {
            return "you may not write there; change who may, or set data-dir to another folder.";
        }
        if (message.contains("No space left") || message.contains("quota") || message.contains("File too large")) {
            return "its disk has no room left; make some and try again.";
        }
        return "its files are damaged or its disk fails (" + e.getClass().getSimpleName()
                + "); delete the folder, which costs time and loses nothing, and try again.";
    }
}
