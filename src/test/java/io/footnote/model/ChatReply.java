package io.footnote.model;

import java.time.Duration;
import java.util.Map;

/** What {@link ScriptedChatServer} does with one request. Immutable. */
public sealed interface ChatReply {

    /**
     * A completion, whole or as a stream of events as the request asks.
     *
     * @param content the assistant's message
     * @param finishReason {@code stop}, {@code length} or {@code content_filter}
     * @param promptTokens tokens counted for the prompt
     * @param completionTokens tokens counted for the message
     * @param countsTokens whether the reply has a {@code usage} at all, as some servers have none
     */
    record Completion(String content, String finishReason, int promptTokens, int completionTokens, boolean countsTokens)
            implements ChatReply {
        /** The same with these numbers of tokens. */
        public Completion withUsage(int prompt, int completion) {
            return new Completion(content, finishReason, prompt, completion, true);
        }

        /** The same without {@code usage}. */
        public Completion withoutUsage() {
            return new Completion(content, finishReason, 0, 0, false);
        }
    }

    /**
     * Any answer.
     *
     * @param status the HTTP status
     * @param contentType what the body says it is
     * @param headers further headers
     * @param body the body
     */
    record Raw(int status, String contentType, Map<String, String> headers, String body) implements ChatReply {
        public Raw {
            headers = Map.copyOf(headers);
        }
    }

    /** The connection is closed without a word. */
    record Dropped() implements ChatReply {}

    /** A reply that starts later. */
    record Delayed(Duration delay, ChatReply reply) implements ChatReply {}

    /** A reply whose body comes so many bytes at a time with a pause after each. */
    record Trickled(int bytes, Duration pause, ChatReply reply) implements ChatReply {}

    /** A reply whose connection is closed after so many bytes of its body. */
    record CutOff(int bytes, ChatReply reply) implements ChatReply {}

    /** A completion with this message, whatever it is: JSON as asked for, other JSON, or prose. */
    static Completion completion(String content) {
        return new Completion(content, "stop", 100, tokens(content), true);
    }

    /** A completion that ends after so many characters because the model ran out of tokens. */
    static Completion truncated(String content, int characters) {
        String kept = content.substring(0, characters);
        return new Completion(kept, "length", 100, tokens(kept), true);
    }

    /** A completion of this many characters that never comes to a point. */
    static Completion huge(int characters) {
        String words = "on and ";
        return completion(words.repeat(characters / words.length() + 1).substring(0, characters));
    }

    /** A refusal as OpenAI-compatible servers word it. */
    static Raw error(int status, String type, String message) {
        String body = "{\"error\":{\"message\":\"%s\",\"type\":\"%s\",\"param\":null,\"code\":null}}"
                .formatted(message, type);
        return raw(status, "application/json", body);
    }

    /** 401. */
    static Raw wrongKey() {
        return error(401, "invalid_request_error", "Incorrect API key provided.");
    }

    /** 403. */
    static Raw forbidden() {
        return error(403, "invalid_request_error", "You are not allowed to sample from this model.");
    }

    /** 404. */
    static Raw unknownModel() {
        return error(404, "invalid_request_error", "The model does not exist or you do not have access to it.");
    }

    /** 429 that does not say for how long. */
    static Raw rateLimited() {
        return error(429, "requests", "Rate limit reached.");
    }

    /** 429 with {@code Retry-After} in whole seconds. */
    static Raw rateLimited(Duration retryAfter) {
        Raw plain = rateLimited();
        Map<String, String> headers = Map.of("Retry-After", Long.toString(retryAfter.toSeconds()));
        return new Raw(plain.status(), plain.contentType(), headers, plain.body());
    }

    /** 500. */
    static Raw serverError() {
        return error(500, "server_error", "The server had an error while processing your request.");
    }

    /** Any body under any name, such as the HTML page of a proxy with status 200. */
    static Raw raw(int status, String contentType, String body) {
        return new Raw(status, contentType, Map.of(), body);
    }

    /** No answer: the connection is closed. */
    static ChatReply dropped() {
        return new Dropped();
    }

    /** The same reply, but not before this time has passed. */
    default ChatReply after(Duration delay) {
        return new Delayed(delay, this);
    }

    /** The same reply in pieces of so many bytes with a pause after each. */
    default ChatReply trickling(int bytes, Duration pause) {
        if (bytes < 1) {
            throw new IllegalArgumentException("bytes must be above 0: " + bytes);
        }
        return new Trickled(bytes, pause, this);
    }

    /** The same reply up to this many bytes of its body, then nothing but a closed connection. */
    default ChatReply cutOffAfter(int bytes) {
        return new CutOff(bytes, this);
    }

    private static int tokens(String text) {
        return Math.ceilDiv(text.length(), 4);
    }
}
