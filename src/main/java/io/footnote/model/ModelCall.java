package io.footnote.model;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request to a chat model and what came of it; kept in the answer log. Immutable.
 *
 * @param engine {@code PROVIDER:MODEL}
 * @param task what the prompt asked for
 * @param promptHash the version of the prompt, SHA-256 in hexadecimal
 * @param startedAt when the request left
 * @param took until the reply was there or the request had failed
 * @param outcome how it ended
 * @param inputTokens what the provider counted, or null where it did not say
 * @param outputTokens what the provider counted, or null where it did not say
 * @param costMicrodollars what it cost by the price table, in millionths of a US dollar, rounded up; an estimate where
 *     the provider counted no tokens; null where the model's price is unknown
 * @param reply what came back, cut at {@value #MAX_REPLY} units; null where nothing did
 */
public record ModelCall(
        String engine,
        String task,
        String promptHash,
        Instant startedAt,
        Duration took,
        Outcome outcome,
        @Nullable Integer inputTokens,
        @Nullable Integer outputTokens,
        @Nullable Long costMicrodollars,
        @Nullable String reply) {
    /** The longest reply that is kept, in UTF-16 units. */
    public static final int MAX_REPLY = 20_000;

    /** How a request ended. */
    public enum Outcome {
        /** With a reply. */
        REPLIED("replied", false),
        /** The deadline passed first. */
        TIMED_OUT("did not answer in time", false),
        /** Nobody answered at its address, or the connection broke. */
        UNREACHABLE("could not be reached", true),
        /** The provider did not accept the key. */
        FORBIDDEN("did not accept the key", false),
        /** The provider has no such model or address. */
        NOT_FOUND("was not found at its address", false),
        /** Too many requests. */
        RATE_LIMITED("has too many requests to answer", true),
        /** The provider did not accept the request. */
        REJECTED("did not accept the request", false),
        /** The provider failed. */
        SERVER_FAILED("failed", true),
        /** What came back was not the provider's protocol. */
        UNREADABLE("sent something that could not be read", false);

        private final String words;
        private final boolean retriable;

        Outcome(String words, boolean retriable) {
            this.words = words;
            this.retriable = retriable;
        }

        /** What happened, to follow "the language model". */
        public String words() {
            return words;
        }

        /** Whether the same request may succeed a little later. */
        public boolean retriable() {
            return retriable;
        }
    }

    /** Cuts the reply. */
    public ModelCall {
        if (reply != null && reply.length() > MAX_REPLY) {
            reply = reply.substring(
                    0, Character.isHighSurrogate(reply.charAt(MAX_REPLY - 1)) ? MAX_REPLY - 1 : MAX_REPLY);
        }
    }
}
