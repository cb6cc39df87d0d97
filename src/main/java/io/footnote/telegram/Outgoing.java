package io.footnote.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.footnote.storage.Outbox;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageReplyMarkup;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/** Makes the calls that carry what the bot says. */
final class Outgoing {
    /** The longest answer to the press of a button, in UTF-16 units. */
    static final int MAX_TOAST = 200;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Outgoing() {}

    /** A message that hangs on the one it replies to. */
    static Outbox.Message reply(Incoming to, Reply reply) {
        return reply(to, reply, null, null);
    }

    /**
     * A message that hangs on the one it replies to.
     *
     * @param answerId the answer that it shows, or null
     */
    static Outbox.Message reply(
            Incoming to, Reply reply, @Nullable InlineKeyboardMarkup buttons, @Nullable String answerId) {
        return new Outbox.Message(
                to.chat(),
                to.person(),
                false,
                "sendMessage",
                json(message(to, reply.html(), ParseMode.HTML, buttons)),
                json(message(to, reply.plain(), null, buttons)),
                null,
                answerId);
    }

    private static SendMessage message(
            Incoming to, String text, @Nullable String parseMode, @Nullable InlineKeyboardMarkup buttons) {
        return SendMessage.builder()
                .chatId(to.chat())
                .messageThreadId(to.topic())
                .text(text)
                .parseMode(parseMode)
                .linkPreviewOptions(noPreview())
                .replyParameters(
                        to.message() == 0
                                ? null
                                : ReplyParameters.builder()
                                        .messageId(to.message())
                                        .allowSendingWithoutReply(true)
                                        .build())
                .replyMarkup(buttons)
                .build();
    }

    private static LinkPreviewOptions noPreview() {
        return LinkPreviewOptions.builder().isDisabled(true).build();
    }

    /** Puts something else in the place of a message of the bot. */
    static Outbox.Message edit(
            Incoming in, long message, Reply reply, @Nullable InlineKeyboardMarkup buttons, @Nullable String answerId) {
        return new Outbox.Message(
                in.chat(),
                in.person(),
                false,
                "editMessageText",
                json(edited(in, message, reply.html(), ParseMode.HTML, buttons)),
                json(edited(in, message, reply.plain(), null, buttons)),
                message,
                answerId);
    }

    /** The edit alone, to be sent at once. */
    static EditMessageText edited(
            Incoming in,
            long message,
            String text,
            @Nullable String parseMode,
            @Nullable InlineKeyboardMarkup buttons) {
        return EditMessageText.builder()
                .chatId(in.chat())
                .messageId(Math.toIntExact(message))
                .text(text)
                .parseMode(parseMode)
                .linkPreviewOptions(noPreview())
                .replyMarkup(buttons)
                .build();
    }

    /** Puts other buttons under a message of the bot. */
    static Outbox.Message buttons(Incoming in, long message, InlineKeyboardMarkup buttons) {
        EditMessageReplyMarkup edit = EditMessageReplyMarkup.builder()
                .chatId(in.chat())
                .messageId(Math.toIntExact(message))
                .replyMarkup(buttons)
                .build();
        return new Outbox.Message(
                in.chat(), in.person(), false, "editMessageReplyMarkup", json(edit), null, message, null);
    }

    /** Removes a message of the bot. */
    static Outbox.Message delete(Incoming in, long message) {
        DeleteMessage delete = DeleteMessage.builder()
                .chatId(in.chat())
                .messageId(Math.toIntExact(message))
                .build();
        return new Outbox.Message(in.chat(), in.person(), false, "deleteMessage", json(delete), null, message, null);
    }

    /** Ends the waiting that a button shows. @param words shown for a moment; empty for none */
    static Outbox.Message toast(Incoming in, String queryId, String words) {
        return new Outbox.Message(
                in.chat(),
                in.person(),
                true,
                "answerCallbackQuery",
                json(toastAlone(queryId, words)),
                null,
                null,
                null);
    }

    /** The same alone, to be sent at once. */
    static AnswerCallbackQuery toastAlone(String queryId, String words) {
        return AnswerCallbackQuery.builder()
                .callbackQueryId(queryId)
                .text(words.isEmpty() ? null : Excerpt.of(words, MAX_TOAST))
                .build();
    }

    static String json(BotApiMethod<?> method) {
        try {
            return MAPPER.writeValueAsString(method);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a call can always be written", e);
        }
    }
}
