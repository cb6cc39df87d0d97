package io.footnote.telegram;

import io.footnote.storage.StorageException;
import java.util.Arrays;

/** What the log says of an exception. Its message may hold a question, a chat or a token, so that is left out. */
final class Failure {
    private Failure() {}

    /** Its kind, and the place in this program where it came from. */
    static String of(Throwable thrown) {
        if (thrown instanceof StorageException storage) {
            return "error=StorageException message=\"" + storage.getMessage() + '"';
        }
        String place = Arrays.stream(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("io.footnote."))
                .findFirst()
                .map(frame -> " at=" + frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("");
        return "error=" + thrown.getClass().getSimpleName() + place;
    }
}
