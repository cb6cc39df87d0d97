package io.footnote.telegram;

import org.jspecify.annotations.Nullable;

/** Telegram's refusal of a call: what {@code ok=false} answers carry. */
final class BotApiError extends Exception {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final String description;
    private final @Nullable Integer retryAfterSeconds;

    private BotApiError(int code, String description, @Nullable Integer retryAfterSeconds) {
        super(code + " " + description);
        this.code = code;
        this.description = description;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    static BotApiError badRequest(String reason) {
        return new BotApiError(400, "Bad Request: " + reason, null);
    }

    static BotApiError unauthorized() {
        return new BotApiError(401, "Unauthorized", null);
    }

    static BotApiError forbidden(String reason) {
        return new BotApiError(403, "Forbidden: " + reason, null);
    }

    static BotApiError notFound(String description) {
        return new BotApiError(404, description, null);
    }

    static BotApiError conflict(String reason) {
        return new BotApiError(409, "Conflict: " + reason, null);
    }

    static BotApiError tooManyRequests(int retryAfterSeconds) {
        return new BotApiError(429, "Too Many Requests: retry after " + retryAfterSeconds, retryAfterSeconds);
    }

    static BotApiError internal() {
        return new BotApiError(500, "Internal Server Error", null);
    }

    int code() {
        return code;
    }

    String description() {
        return description;
    }

    /** Seconds to wait, with 429 only. */
    @Nullable
    Integer retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
