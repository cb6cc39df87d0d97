package io.footnote.model;

import dev.langchain4j.exception.HttpException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A server answered with a status that is none of success, and may have said when to come back. */
final class RefusedException extends HttpException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Duration retryAfter;

    RefusedException(int status, String body, @Nullable Duration retryAfter) {
        super(status, body);
        this.retryAfter = retryAfter;
    }

    /** How long the server that led to {@code failure} asked to be left alone; null where it did not say. */
    static @Nullable Duration retryAfter(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedException refused) {
                return refused.retryAfter;
            }
        }
        return null;
    }
}
