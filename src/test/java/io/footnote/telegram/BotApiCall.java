package io.footnote.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * One call that reached {@link FakeBotApi} with the right token.
 *
 * @param method the method as the documentation spells it, such as {@code sendMessage}
 * @param arguments the arguments as sent: JSON values of a JSON body, strings of a form
 * @param at when the request had been read
 * @param outcome what became of it
 */
public record BotApiCall(String method, ObjectNode arguments, Instant at, Outcome outcome) {

    /** How a call ended. */
    public enum End {
        /** Not yet, as with a long poll that still waits. */
        PENDING,
        /** An answer was sent, a refusal included. */
        ANSWERED,
        /** The connection was closed and nothing was done. */
        DROPPED_BEFORE_PROCESSING,
        /** The call had its effect, then the connection was closed. */
        DROPPED_AFTER_PROCESSING
    }

    /**
     * What became of a call.
     *
     * @param end how it ended
     * @param status the HTTP status of the answer, 0 without one
     * @param description the reason of a refusal, otherwise empty
     */
    public record Outcome(End end, int status, String description) {
        static final Outcome PENDING = new Outcome(End.PENDING, 0, "");

        static Outcome answered(int status, String description) {
            return new Outcome(End.ANSWERED, status, description);
        }

        static Outcome dropped(End end) {
            return new Outcome(end, 0, "");
        }
    }

    /** Whether the call was answered with a success. */
    public boolean succeeded() {
        return outcome.end() == End.ANSWERED && outcome.status() == 200;
    }

    BotApiCall with(Outcome ended) {
        return new BotApiCall(method, arguments, at, ended);
    }
}
