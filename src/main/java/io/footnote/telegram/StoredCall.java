package io.footnote.telegram;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.util.Locale;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;

/**
 * A call as it stands in the outbox: sent letter by letter, and of its answer no more is read than must be, so that a
 * message which was sent never counts as failed because its answer holds something new.
 */
final class StoredCall extends BotApiMethod<StoredCall.Receipt> {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String method;
    private final String body;

    /**
     * Telegram's answer.
     *
     * @param ok whether it was done
     * @param code Telegram's error code; 0 when it was done, or when the answer was not Telegram's
     * @param description Telegram's words for a refusal, empty without one
     * @param retryAfterSeconds how long to wait, 0 without a word on it
     * @param movedTo the chat that took the place of the one addressed, 0 without a word on it
     * @param messageId the number of the message sent, 0 without one
     * @param pollId the id of the poll in it, empty without one
     */
    record Receipt(
            boolean ok,
            int code,
            String description,
            long retryAfterSeconds,
            long movedTo,
            long messageId,
            String pollId)
            implements Serializable {}

    StoredCall(String method, String body) {
        this.method = method.toLowerCase(Locale.ROOT);
        this.body = body;
    }

    @Override
    public String getMethod() {
        return method;
    }

    @JsonValue
    @JsonRawValue
    String body() {
        return body;
    }

    /**
     * The same arguments for another chat.
     *
     * @throws IllegalArgumentException when the body is no JSON object
     */
    static String forChat(String body, long chat) {
        try {
            if (MAPPER.readTree(body) instanceof ObjectNode arguments) {
                return arguments.put("chat_id", Long.toString(chat)).toString();
            }
        } catch (JsonProcessingException e) {
            // said below, without the excerpt that this exception holds
        }
        throw new IllegalArgumentException("body must be a JSON object");
    }

    /** Whether the arguments name a group. */
    static boolean isForGroup(String body) {
        try {
            return MAPPER.readTree(body).path("chat_id").asText().startsWith("-");
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    @Override
    public Receipt deserializeResponse(String answer) {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(answer);
        } catch (JsonProcessingException e) {
            tree = MAPPER.missingNode(); // a page of some proxy
        }
        return new Receipt(
                tree.path("ok").asBoolean(),
                tree.path("error_code").asInt(),
                tree.path("description").asText(),
                tree.path("parameters").path("retry_after").asLong(),
                tree.path("parameters").path("migrate_to_chat_id").asLong(),
                tree.path("result").path("message_id").asLong(),
                tree.path("result").path("poll").path("id").asText());
    }
}
