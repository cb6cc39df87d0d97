package io.footnote.telegram;

import io.footnote.answer.Overview;
import io.footnote.article.Article;
import io.footnote.storage.Inbox;
import io.footnote.storage.Outbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.inlinequery.InlineQuery;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Replies to updates: finds who says what where, and hands it on. Safe for any number of threads, as long as each lane's
 * updates come one after the other.
 */
final class Conversation {
    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    private final RequestReader reader;
    private final Questions questions;
    private final Commands commands;
    private final Choices choices;
    private final QuizParts quiz;
    private final Presses presses;
    private final Privacy privacy;
    private final Reviewing reviewing;
    private final InlineQueries inlineQueries;
    private final Memberships memberships;
    private final Albums albums = new Albums();

    Conversation(
            RequestReader reader,
            Questions questions,
            Commands commands,
            Choices choices,
            QuizParts quiz,
            Presses presses,
            Privacy privacy,
            Reviewing reviewing,
            InlineQueries inlineQueries,
            Memberships memberships) {
        this.reader = reader;
        this.questions = questions;
        this.commands = commands;
        this.choices = choices;
        this.quiz = quiz;
        this.presses = presses;
        this.privacy = privacy;
        this.reviewing = reviewing;
        this.inlineQueries = inlineQueries;
        this.memberships = memberships;
    }

    /**
     * What to say to an update, often nothing.
     *
     * @throws RuntimeException when it could not be worked on this time
     * @throws InterruptedException when the bot stops
     */
    List<Outbox.Message> replies(Update update, Inbox.Entry entry) throws InterruptedException {
        if (update.getCallbackQuery() != null) {
            return press(update.getCallbackQuery(), entry);
        }
        if (update.getPollAnswer() != null) {
            return quiz.quizzes().vote(update.getPollAnswer(), entry.receivedAt());
        }
        if (update.getInlineQuery() != null) {
            return inline(update.getInlineQuery(), entry);
        }
        if (update.getMyChatMember() != null) {
            return membership(update.getMyChatMember(), entry);
        }
        Message message = update.getMessage() == null ? update.getEditedMessage() : update.getMessage();
        if (message == null || message.getChat() == null || message.getMessageId() == null) {
            LOG.info("event=update-ignored entry={} reason=kind", entry.id());
            return List.of();
        }
        return update.getMessage() == null ? edited(message, entry) : written(message, entry);
    }

    private List<Outbox.Message> written(Message message, Inbox.Entry entry) {
        if (isFromBot(message)) {
            LOG.info("event=update-ignored entry={} reason=from-bot", entry.id());
            return List.of();
        }
        Incoming in = incoming(message, entry);
        if (memberships.moved(in, message)) {
            return List.of();
        }
        Optional<RequestReader.Request> request = reader.read(message);
        if (request.isEmpty()) {
            LOG.info("event=update-ignored entry={} reason=not-addressed", entry.id());
            return List.of();
        }
        return switch (request.get()) {
            case RequestReader.Request.Ask(String question) ->
                quiz.quizzes()
                        .typed(in, question)
                        .orElseGet(() -> questions.answer(in, asked(message, question, entry)));
            case RequestReader.Request.Do command -> commands.done(in, command);
            case RequestReader.Request.Forwarded() ->
                albums.isFirst(message) ? List.of(say(in, Phrase.FORWARDED)) : List.of();
            case RequestReader.Request.NotText() ->
                albums.isFirst(message) ? List.of(say(in, Phrase.NOT_TEXT)) : List.of();
        };
    }

    /** Only a question that was corrected matters. */
    private List<Outbox.Message> edited(Message message, Inbox.Entry entry) {
        return !isFromBot(message)
                        && reader.read(message).orElse(null) instanceof RequestReader.Request.Ask(String question)
                ? questions.answerAgain(incoming(message, entry), asked(message, question, entry))
                : List.of();
    }

    private Questions.Asked asked(Message message, String question, Inbox.Entry entry) {
        Integer repliedTo =
                reader.isReplyToBot(message) ? message.getReplyToMessage().getMessageId() : null;
        return new Questions.Asked(question, repliedTo, entry.excess());
    }

    private static Outbox.Message say(Incoming in, Phrase phrase) {
        return Outgoing.reply(in, Reply.of(in.texts().say(phrase)));
    }

    /** An administrator who writes in the group's name comes as a bot, too, and is none. */
    private static boolean isFromBot(Message message) {
        User from = message.getFrom();
        return from != null && Boolean.TRUE.equals(from.getIsBot()) && message.getSenderChat() == null;
    }

    private List<Outbox.Message> press(CallbackQuery query, Inbox.Entry entry) throws InterruptedException {
        MaybeInaccessibleMessage under = query.getMessage();
        Incoming in = incoming(
                under == null ? query.getFrom().getId() : under.getChatId(),
                under == null || under.isUserMessage(),
                under instanceof Message message ? topicOf(message) : null,
                0,
                query.getFrom(),
                entry);
        Optional<Press> press = Optional.ofNullable(query.getData()).flatMap(Press::read);
        if (under == null || press.isEmpty()) {
            return List.of(Outgoing.toast(in, query.getId(), in.texts().say(Phrase.GONE)));
        }
        int message = under.getMessageId();
        return switch (press.get().verb()) {
            case ARTICLES, ARTICLE, LANGUAGES, LANGUAGE ->
                choices.pressed(in, query.getId(), message, press.get(), ownTexts(query.getFrom()));
            case SUMMARY, TIMELINE -> overview(in, query.getId(), press.get());
            case REVIEW -> reviewing.pressed(in, query.getId(), message, press.get());
            case FORGET -> {
                if (in.direct()) {
                    privacy.forget(in, query.getId(), message);
                }
                yield List.of();
            }
            case KEEP -> privacy.keep(in, query.getId(), message);
            case WHY_NOT -> quiz.quizzes().whyNot(in, query.getId(), press.get().subject());
            case QUESTION ->
                afterToast(in, query, quiz.suggested().answer(in, press.get().subject()));
            case DUE -> afterToast(in, query, quiz.due().ask(in));
            default -> presses.pressed(in, query.getId(), message, press.get());
        };
    }

    private List<Outbox.Message> overview(Incoming in, String queryId, Press press) {
        Overview kind = press.verb() == Press.Verb.SUMMARY ? Overview.SUMMARY : Overview.TIMELINE;
        Optional<Article> article = questions.current(press.subject());
        List<Outbox.Message> calls = new ArrayList<>();
        String refused = article.isPresent() ? "" : in.texts().say(Phrase.ARTICLE_UNKNOWN);
        calls.add(Outgoing.toast(in, queryId, refused));
        article.ifPresent(found -> calls.addAll(questions.overview(in, kind, found)));
        return calls;
    }

    private static List<Outbox.Message> afterToast(Incoming in, CallbackQuery query, List<Outbox.Message> calls) {
        List<Outbox.Message> all = new ArrayList<>(List.of(Outgoing.toast(in, query.getId(), "")));
        all.addAll(calls);
        return all;
    }

    private Texts ownTexts(User person) {
        return choices.in(Tongue.of(person.getLanguageCode()).orElse(Tongue.ENGLISH));
    }

    private List<Outbox.Message> inline(InlineQuery query, Inbox.Entry entry) {
        Incoming in = incoming(query.getFrom().getId(), true, null, 0, query.getFrom(), entry);
        return List.of(inlineQueries.answered(in, query, entry.excess()));
    }

    private List<Outbox.Message> membership(ChatMemberUpdated change, Inbox.Entry entry) {
        Incoming in = incoming(
                change.getChat().getId(),
                Boolean.TRUE.equals(change.getChat().isUserChat()),
                null,
                0,
                change.getFrom(),
                entry);
        return Boolean.TRUE.equals(change.getChat().isChannelChat()) ? List.of() : memberships.changed(in, change);
    }

    private Incoming incoming(Message message, Inbox.Entry entry) {
        return incoming(
                message.getChatId(),
                message.isUserMessage(),
                topicOf(message),
                message.getMessageId(),
                message.getFrom(),
                entry);
    }

    private static @Nullable Integer topicOf(Message message) {
        return Boolean.TRUE.equals(message.getIsTopicMessage()) ? message.getMessageThreadId() : null;
    }

    private Incoming incoming(
            long chat, boolean direct, @Nullable Integer topic, int message, @Nullable User person, Inbox.Entry entry) {
        long id = person == null ? 0 : person.getId();
        Texts texts = choices.textsFor(id, person == null ? null : person.getLanguageCode());
        return new Incoming(chat, direct, topic, message, id, texts, entry.receivedAt());
    }

    /** What to say when an update could not be worked on. */
    List<Outbox.Message> apology(Update update, Inbox.Entry entry) {
        CallbackQuery query = update.getCallbackQuery();
        Message message = update.getMessage() == null ? update.getEditedMessage() : update.getMessage();
        Texts english = choices.in(Tongue.ENGLISH);
        if (query != null) {
            long person = query.getFrom().getId();
            Incoming in = new Incoming(person, true, null, 0, person, english, entry.receivedAt());
            return List.of(Outgoing.toast(in, query.getId(), english.say(Phrase.FAILED)));
        }
        if (message == null || message.getChat() == null || message.getMessageId() == null || !isAddressed(message)) {
            return List.of();
        }
        try {
            return List.of(say(incoming(message, entry), Phrase.FAILED));
        } catch (RuntimeException e) {
            // even the language cannot be found out
            Incoming in = new Incoming(
                    message.getChatId(),
                    message.isUserMessage(),
                    null,
                    message.getMessageId(),
                    0,
                    english,
                    entry.receivedAt());
            return List.of(say(in, Phrase.FAILED));
        }
    }

    private boolean isAddressed(Message message) {
        try {
            return reader.read(message).isPresent();
        } catch (RuntimeException e) {
            return message.isUserMessage(); // reading it may be what failed
        }
    }
}
