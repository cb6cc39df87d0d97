package io.footnote.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A message of the bot as a reader's client shows it now.
 *
 * @param chatId the chat
 * @param messageId its number in the chat, from 1
 * @param text the text after parsing the markup, which is what limits count
 * @param source the text as the bot sent it, markup included
 * @param entities Telegram's {@code MessageEntity} objects, offsets in UTF-16 units of {@code text}
 * @param arguments the arguments of the call that sent it or edited it last
 * @param at when it was sent
 * @param edits how often it was edited
 * @param deleted whether the bot deleted it again
 */
public record SentMessage(
        long chatId,
        int messageId,
        String text,
        String source,
        ArrayNode entities,
        ObjectNode arguments,
        Instant at,
        int edits,
        boolean deleted) {

    boolean isPoll() {
        return arguments.has("options");
    }

    /** Telegram's id of the poll. */
    String pollId() {
        return "poll" + chatId + "x" + messageId;
    }

    /** The index of the right option of a quiz poll. */
    int correctOption() {
        return listed("correct_option_ids").path(0).asInt();
    }

    /** The options of a poll. */
    List<String> options() {
        List<String> options = new ArrayList<>();
        listed("options").forEach(option -> options.add(option.path("text").asText()));
        return options;
    }

    private JsonNode listed(String name) {
        JsonNode value = arguments.path(name);
        if (!value.isTextual()) {
            return value;
        }
        try {
            return new ObjectMapper().readTree(value.asText());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(name + " must be JSON", e);
        }
    }

    SentMessage edited(FormattedText now, ObjectNode call) {
        return new SentMessage(
                chatId, messageId, now.text(), now.source(), now.entities(), call, at, edits + 1, deleted);
    }

    SentMessage removed() {
        return new SentMessage(chatId, messageId, text, source, entities, arguments, at, edits, true);
    }
}
