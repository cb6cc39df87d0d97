package io.footnote.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The chats that the bot may write to and what stands in them. Thread-safe. */
final class Chats {
    private final Map<Long, Chat> chats = new HashMap<>();

    private static final class Chat {
        private final ObjectNode description;
        private final Map<Integer, SentMessage> sent = new LinkedHashMap<>();
        private int lastMessageId;

        Chat(ObjectNode description) {
            this.description = description;
        }
    }

    /** Lets the bot write to a chat, as a first message of its reader does; {@code description} is a {@code Chat}. */
    synchronized void open(ObjectNode description) {
        chats.computeIfAbsent(description.path("id").asLong(), id -> new Chat(description));
    }

    /** Opens the chat that an update came from and numbers a new message in it; the number, or 0. */
    synchronized int receive(ObjectNode payload, boolean newMessage) {
        JsonNode chat = payload.path("chat").isObject()
                ? payload.path("chat")
                : payload.path("message").path("chat");
        if (!(chat instanceof ObjectNode description) || !description.path("id").isIntegralNumber()) {
            return 0;
        }
        open(description);
        if (!newMessage || payload.has("message_id")) {
            return payload.path("message_id").asInt();
        }
        Chat known = chatOf(description.path("id").asLong());
        return known == null ? 0 : ++known.lastMessageId;
    }

    /**
     * The chat an argument names.
     *
     * @throws BotApiError when it is not given or the bot has never heard of it
     */
    synchronized long find(CallArguments arguments) throws BotApiError {
        String id = arguments.text("chat_id");
        if (id.isEmpty()) {
            throw BotApiError.badRequest("chat_id is empty");
        }
        try {
            long number = Long.parseLong(id);
            if (chats.containsKey(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // an @username, and no chat here has one
        }
        throw BotApiError.badRequest("chat not found");
    }

    synchronized SentMessage send(long chatId, FormattedText text, ObjectNode arguments) throws BotApiError {
        Chat chat = chat(chatId);
        int id = ++chat.lastMessageId;
        SentMessage message = new SentMessage(
                chatId, id, text.text(), text.source(), text.entities(), arguments, Instant.now(), 0, false);
        chat.sent.put(id, message);
        return message;
    }

    /**
     * The bot's message with this number.
     *
     * @param action what is to be done with it, as Telegram says "message to … not found"
     * @throws BotApiError when there is none, or it is another's
     */
    synchronized SentMessage own(long chatId, int messageId, String action) throws BotApiError {
        Chat chat = chat(chatId);
        SentMessage message = chat.sent.get(messageId);
        if (message != null && !message.deleted()) {
            return message;
        }
        boolean another = message == null && messageId > 0 && messageId <= chat.lastMessageId;
        throw BotApiError.badRequest(
                another && action.equals("edit") ? "message can't be edited" : "message to " + action + " not found");
    }

    synchronized boolean exists(long chatId, int messageId) throws BotApiError {
        Chat chat = chat(chatId);
        SentMessage message = chat.sent.get(messageId);
        return messageId > 0 && messageId <= chat.lastMessageId && (message == null || !message.deleted());
    }

    synchronized void replace(SentMessage message) throws BotApiError {
        chat(message.chatId()).sent.put(message.messageId(), message);
    }

    synchronized boolean isPrivate(long chatId) throws BotApiError {
        return chat(chatId).description.path("type").asText().equals("private");
    }

    synchronized List<SentMessage> sentTo(long chatId) {
        return Optional.ofNullable(chatOf(chatId))
                .map(chat -> List.copyOf(chat.sent.values()))
                .orElse(List.of());
    }

    /** The {@code Message} of the answer to a send or an edit. */
    synchronized ObjectNode toMessage(SentMessage message) throws BotApiError {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("message_id", message.messageId());
        json.set("from", FakeBotApi.botUser());
        json.set("chat", chat(message.chatId()).description.deepCopy());
        json.put("date", message.at().getEpochSecond());
        if (message.edits() > 0) {
            json.put("edit_date", Instant.now().getEpochSecond());
        }
        json.put("text", message.text());
        if (!message.entities().isEmpty()) {
            json.set("entities", message.entities().deepCopy());
        }
        if (message.isPoll()) {
            json.remove("text");
            json.putObject("poll")
                    .put("id", message.pollId())
                    .put("question", message.text())
                    .put("type", message.arguments().path("type").asText());
        }
        JsonNode markup = message.arguments().path("reply_markup");
        if (markup.has("inline_keyboard")) {
            json.set("reply_markup", markup.deepCopy());
        }
        return json;
    }

    private Chat chat(long chatId) throws BotApiError {
        Chat chat = chatOf(chatId);
        if (chat == null) {
            throw BotApiError.badRequest("chat not found");
        }
        return chat;
    }

    private @Nullable Chat chatOf(long chatId) {
        return chats.get(chatId);
    }
}
