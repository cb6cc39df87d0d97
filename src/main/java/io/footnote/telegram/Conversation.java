package io.footnote.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Question;
import io.footnote.answer.QuestionException;
import io.footnote.answer.Turn;
import io.footnote.storage.Inbox;
import io.footnote.storage.Outbox;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Replies to updates. Safe for any number of threads, as long as each chat's updates come one after the other. */
final class Conversation {
    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final RequestReader reader;
    private final Function<Question, AnswerTrace> asking;
    private final Phrases phrases;
    private final Typing typing;
    private final Turns turns = new Turns();

    /** @param asking answers a question and has kept the answer in the log when it returns */
    Conversation(RequestReader reader, Function<Question, AnswerTrace> asking, Phrases phrases, Typing typing) {
        this.reader = reader;
        this.asking = asking;
        this.phrases = phrases;
        this.typing = typing;
    }

    /**
     * What to say to an update, often nothing.
     *
     * @throws RuntimeException when the question could not be answered this time
     */
    List<Outbox.Message> replies(Update update, Inbox.Entry entry) {
        boolean edited = update.getMessage() == null;
        Message message = messageOf(update);
        Optional<Request> request = request(message, entry);
        if (message == null || request.isEmpty()) {
            return List.of();
        }
        if (edited) {
            return request.get() instanceof Request.NotText
                    ? List.of()
                    : List.of(outgoing(message, Reply.of(Phrases.EDITED)));
        }
        return List.of(outgoing(message, reply(request.get(), message, entry)));
    }

    /** What to say when an update could not be worked on. */
    List<Outbox.Message> apology(Update update) {
        Message message = messageOf(update);
        if (message == null || message.getChat() == null || message.getMessageId() == null) {
            return List.of();
        }
        return isAddressed(message) ? List.of(outgoing(message, Reply.of(Phrases.FAILED))) : List.of();
    }

    private boolean isAddressed(Message message) {
        try {
            return reader.read(message).isPresent();
        } catch (RuntimeException e) {
            return message.isUserMessage(); // reading it may be what failed
        }
    }

    private static @Nullable Message messageOf(Update update) {
        return update.getMessage() == null ? update.getEditedMessage() : update.getMessage();
    }

    private Optional<Request> request(@Nullable Message message, Inbox.Entry entry) {
        if (message == null || message.getChat() == null || message.getMessageId() == null) {
            LOG.info("event=update-ignored entry={} reason=kind", entry.id());
            return Optional.empty();
        }
        User from = message.getFrom();
        // an administrator who writes in the group's name comes as a bot, too
        boolean inTheNameOfAChat = message.getSenderChat() != null;
        if (from != null && Boolean.TRUE.equals(from.getIsBot()) && !inTheNameOfAChat) {
            LOG.info("event=update-ignored entry={} reason=from-bot", entry.id());
            return Optional.empty();
        }
        Optional<Request> request = reader.read(message);
        if (request.isEmpty()) {
            LOG.info("event=update-ignored entry={} reason=not-addressed", entry.id());
        }
        return request;
    }

    private Reply reply(Request request, Message message, Inbox.Entry entry) {
        return switch (request) {
            case Request.Ask(String question) ->
                entry.excess() ? Reply.of(Phrases.TOO_MANY) : answer(question, message, entry);
            case Request.AskNothing() -> Reply.of(Phrases.ASK_NOTHING);
            case Request.Start() -> phrases.start();
            case Request.Help() -> phrases.help();
            case Request.UnknownCommand() -> Reply.of(Phrases.UNKNOWN_COMMAND);
            case Request.NotText() -> Reply.of(Phrases.NOT_TEXT);
        };
    }

    private Reply answer(String text, Message message, Inbox.Entry entry) {
        boolean remembered = message.isUserMessage();
        Question question;
        try {
            List<Turn> before = remembered ? turns.of(entry.chat(), entry.receivedAt()) : List.of();
            question = new Question(text, before, entry.receivedAt());
        } catch (QuestionException e) {
            return Reply.of(String.valueOf(e.getMessage()));
        }
        try (Typing.Shown shown = typing.in(entry.chat(), topicOf(message))) {
            AnswerTrace trace = asking.apply(question);
            LOG.info(
                    "event=answered entry={} answer={} millis={}",
                    entry.id(),
                    trace.id(),
                    trace.took().toMillis());
            if (remembered) {
                turns.add(entry.chat(), Turn.of(trace, AnswerMessage.words(trace.answer())), entry.receivedAt());
            }
            return AnswerMessage.of(trace.answer());
        }
    }

    private static @Nullable Integer topicOf(Message message) {
        return Boolean.TRUE.equals(message.getIsTopicMessage()) ? message.getMessageThreadId() : null;
    }

    private static Outbox.Message outgoing(Message to, Reply reply) {
        return new Outbox.Message(
                to.getChatId(), "sendMessage", json(to, reply.html(), ParseMode.HTML), json(to, reply.plain(), null));
    }

    private static String json(Message to, String text, @Nullable String parseMode) {
        SendMessage message = SendMessage.builder()
                .chatId(to.getChatId())
                .messageThreadId(topicOf(to))
                .text(text)
                .parseMode(parseMode)
                .linkPreviewOptions(
                        LinkPreviewOptions.builder().isDisabled(true).build())
                .replyParameters(ReplyParameters.builder()
                        .messageId(to.getMessageId())
                        .allowSendingWithoutReply(true)
                        .build())
                .build();
        try {
            return MAPPER.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message can always be written", e);
        }
    }
}
