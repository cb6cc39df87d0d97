package io.footnote.telegram;

import java.time.Duration;

/** What goes wrong with a call to {@link FakeBotApi}. Immutable. */
public sealed interface Fault {

    /** Nothing is done and this is answered. */
    record Answer(int status, String contentType, String body, String description) implements Fault {}

    /**
     * Nothing is done and a refusal is answered as Telegram words it.
     *
     * @param code Telegram's error code: 400, 403, 429 or 500
     * @param reason the words after the prefix that goes with the code, with 400 and 403 only
     * @param retryAfterSeconds with code 429 only, otherwise 0
     */
    record Refuse(int code, String reason, int retryAfterSeconds) implements Fault {
        BotApiError error() {
            return switch (code) {
                case 400 -> BotApiError.badRequest(reason);
                case 403 -> BotApiError.forbidden(reason);
                case 429 -> BotApiError.tooManyRequests(retryAfterSeconds);
                case 500 -> BotApiError.internal();
                default -> throw new IllegalArgumentException("no wording for code " + code);
            };
        }
    }

    /** The connection is closed, before or after the call has its effect. */
    record Drop(boolean afterProcessing) implements Fault {}

    /** The call is processed and answered as usual, this much later. */
    record Delay(Duration time) implements Fault {}

    /** 429 with {@code parameters.retry_after}. */
    static Fault tooManyRequests(int retryAfterSeconds) {
        return new Refuse(429, "", retryAfterSeconds);
    }

    /** 403, as for a reader who blocked the bot. */
    static Fault blockedByUser() {
        return new Refuse(403, "bot was blocked by the user", 0);
    }

    /** 400 with these words after {@code Bad Request: }. */
    static Fault badRequest(String reason) {
        return new Refuse(400, reason, 0);
    }

    /** 500 as JSON. */
    static Fault internalServerError() {
        return new Refuse(500, "", 0);
    }

    /** 502 with the HTML page of the proxy in front of the real servers. */
    static Fault badGateway() {
        String page = """
                <html>\r
                <head><title>502 Bad Gateway</title></head>\r
                <body>\r
                <center><h1>502 Bad Gateway</h1></center>\r
                <hr><center>nginx</center>\r
                </body>\r
                </html>\r
                """;
        return new Answer(502, "text/html", page, "Bad Gateway");
    }

    /** Any other answer. */
    static Fault answer(int status, String contentType, String body) {
        return new Answer(status, contentType, body, "as scripted");
    }

    /** The connection is closed without an answer, and the call has no effect. */
    static Fault dropBeforeProcessing() {
        return new Drop(false);
    }

    /** The connection is closed without an answer, and the call has had its effect: the outcome is unknown. */
    static Fault dropAfterProcessing() {
        return new Drop(true);
    }

    /** The call waits, then is processed and answered as usual. */
    static Fault delay(Duration time) {
        return new Delay(time);
    }
}
