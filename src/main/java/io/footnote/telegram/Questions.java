package io.footnote.telegram;

import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Grounded;
import io.footnote.answer.Question;
import io.footnote.article.Article;
import io.footnote.storage.ChatSettings;
import io.footnote.storage.Exchanges.Exchange;
import io.footnote.storage.Inbox;
import io.footnote.storage.Outbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/** Answers questions in chats. Safe for any number of threads, as long as each chat's come one after the other. */
final class Questions {
    private static final Logger LOG = LoggerFactory.getLogger(Questions.class);

    /** Stands for an answer in one message; the messages of a divided one are numbered from 1. */
    private static final int WHOLE = 0;

    private final Stores stores;
    private final Shelf shelf;
    private final BiFunction<Question, List<Article>, AnswerTrace> asking;
    private final FairUse fairUse;
    private final Typing typing;
    private final Talk talk;
    private final Running running;

    /** @param asking answers a question and has kept the answer in the log when it returns */
    Questions(
            Stores stores,
            Shelf shelf,
            BiFunction<Question, List<Article>, AnswerTrace> asking,
            FairUse fairUse,
            Typing typing) {
        this.stores = stores;
        this.shelf = shelf;
        this.asking = asking;
        this.fairUse = fairUse;
        this.typing = typing;
        this.talk = new Talk(stores.exchanges(), stores.records());
        this.running = new Running(trace -> stores.readers().discard(trace.id()));
    }

    /**
     * What is asked.
     *
     * @param text as the reader wrote it
     * @param repliedTo the number of the bot's message that it replies to, or null
     * @param excess whether it came when too many others were waiting
     */
    record Asked(String text, @Nullable Integer repliedTo, boolean excess) {}

    /** The answer to a question, or why there is none. */
    List<Outbox.Message> answer(Incoming in, Asked asked) {
        String text = ContactMask.mask(asked.text()).strip();
        Optional<String> refusal = refusal(in, asked, text);
        if (refusal.isPresent()) {
            return List.of(Outgoing.reply(in, Reply.of(refusal.get())));
        }
        ChatSettings.Values chosen = stores.settings().of(in.chat());
        Optional<Exchange> before = talk.before(in, asked.repliedTo(), chosen);
        return ask(in, text, before, chosen)
                .map(trace -> shown(in, trace, null))
                .orElseGet(() -> List.of(Outgoing.reply(in, Reply.of(in.texts().say(Phrase.CANCELLED)))));
    }

    /**
     * The answer to a question that was corrected, in the place of the earlier one. Nothing where the words are the same,
     * or where the bot had not answered and need not.
     */
    List<Outbox.Message> answerAgain(Incoming in, Asked asked) {
        Optional<Exchange> earlier = stores.exchanges().askedBy(in.chat(), in.message());
        if (earlier.isEmpty()) {
            return answer(in, asked);
        }
        String text = ContactMask.mask(asked.text()).strip();
        Optional<AnswerTrace> old = stores.records().find(earlier.get().answerId());
        if (old.map(trace -> trace.question().text().equals(text)).orElse(false)) {
            return List.of();
        }
        Optional<String> refusal = refusal(in, asked, text);
        if (refusal.isPresent()) {
            return List.of(Outgoing.reply(in, Reply.of(refusal.get())));
        }
        Optional<Exchange> before = Optional.ofNullable(earlier.get().follows())
                .flatMap(id -> stores.exchanges().find(id));
        stores.outbox().withdraw(earlier.get().answerId());
        return ask(in, text, before, stores.settings().of(in.chat()))
                .map(trace -> shown(in, trace, earlier.get()))
                .orElse(List.of());
    }

    /** Stops the reader's question; what to say. */
    String cancel(Incoming in) {
        return in.texts().say(running.cancel(in.person()) ? Phrase.CANCELLING : Phrase.NOTHING_TO_CANCEL);
    }

    /** Lets nothing more come of what the reader has in work. */
    void stopAll(long person, Duration limit) throws InterruptedException {
        running.cancelAndAwait(person, limit);
    }

    /** Why a question is not answered. */
    Optional<String> refusal(Incoming in, Asked asked, String text) {
        Texts texts = in.texts();
        if (asked.excess()) {
            return Optional.of(texts.say(Phrase.TOO_MANY, "most", Inbox.MAX_WAITING));
        }
        if (text.length() > Question.MAX_LENGTH) {
            return Optional.of(
                    texts.say(Phrase.QUESTION_TOO_LONG, Map.of("length", text.length(), "most", Question.MAX_LENGTH)));
        }
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Optional.of(texts.say(Phrase.QUESTION_WITHOUT_WORDS));
        }
        return fairUse.take(in).map(limit -> texts.say(limit.phrase(), "minutes", limit.minutes()));
    }

    /** Asks, and keeps the exchange; nothing when it was cancelled. */
    private Optional<AnswerTrace> ask(Incoming in, String text, Optional<Exchange> before, ChatSettings.Values chosen) {
        AnswerMessage message = messageIn(in.texts());
        Question question =
                new Question(text, before.map(last -> talk.turns(last, message)).orElse(List.of()), in.at());
        try (Typing.Shown shown = typing.in(in.chat(), in.topic())) {
            return running.run(in.person(), () -> asking.apply(question, articles(chosen)), trace -> {
                LOG.info(
                        "event=answered answer={} millis={}",
                        trace.id(),
                        trace.took().toMillis());
                String follows = before.map(Exchange::answerId).orElse(null);
                stores.exchanges()
                        .add(new Exchange(trace.id(), in.message(), follows, in.at()), in.chat(), in.person());
                return trace;
            });
        } catch (RuntimeException | Error e) {
            fairUse.giveBack(in);
            throw e;
        }
    }

    /** The article that the chat chose, or all. */
    List<Article> articles(ChatSettings.Values chosen) {
        return Optional.ofNullable(chosen.article())
                .flatMap(shelf::find)
                .map(List::of)
                .orElseGet(shelf::all);
    }

    private List<Outbox.Message> shown(Incoming in, AnswerTrace trace, @Nullable Exchange earlier) {
        AnswerMessage message = messageIn(in.texts());
        List<Long> places = earlier == null ? List.of() : stores.exchanges().messagesOf(earlier.answerId());
        List<Outbox.Message> messages = new ArrayList<>();
        if (!places.isEmpty()) {
            AnswerMessage.Part part = message.whole(trace.answer());
            messages.add(Outgoing.edit(
                    in, places.getFirst(), part.reply(), buttons(in.texts(), trace, part, WHOLE, true), trace.id()));
            places.stream().skip(1).forEach(place -> messages.add(Outgoing.delete(in, place)));
            return messages;
        }
        List<AnswerMessage.Part> parts =
                in.direct() ? message.parts(trace.answer()) : List.of(message.whole(trace.answer()));
        for (int index = 0; index < parts.size(); index++) {
            AnswerMessage.Part part = parts.get(index);
            boolean last = index == parts.size() - 1;
            int number = parts.size() == 1 ? WHOLE : index + 1;
            messages.add(Outgoing.reply(in, part.reply(), buttons(in.texts(), trace, part, number, last), trace.id()));
        }
        return messages;
    }

    /** Puts a message of an answer back as it was; nothing where the answer has no such part. */
    Optional<Outbox.Message> shownAgain(Incoming in, int message, AnswerTrace trace, int number) {
        AnswerMessage shown = messageIn(in.texts());
        List<AnswerMessage.Part> parts =
                number == WHOLE ? List.of(shown.whole(trace.answer())) : shown.parts(trace.answer());
        int index = Math.max(0, number - 1);
        if (index >= parts.size()) {
            return Optional.empty();
        }
        InlineKeyboardMarkup buttons = buttons(in.texts(), trace, parts.get(index), number, index == parts.size() - 1);
        return Optional.of(Outgoing.edit(in, message, parts.get(index).reply(), buttons, null));
    }

    static InlineKeyboardMarkup buttons(
            Texts texts, AnswerTrace trace, AnswerMessage.Part part, int number, boolean last) {
        return Buttons.under(texts, trace.id(), number, part.sources(), trace.answer() instanceof Grounded, last)
                .markup();
    }

    /** Shows answers in a language. */
    AnswerMessage messageIn(Texts texts) {
        return new AnswerMessage(
                texts, id -> article(id).map(found -> found.sentences().size()).orElse(0));
    }

    /** The article of an id, also of one that is no longer served. */
    Optional<Article> article(String id) {
        return shelf.find(id).or(() -> stores.articles().find(id));
    }

    /** Asks without a chat, as an inline query does; nothing is kept but the answer in the log. */
    AnswerTrace askAside(Incoming in, String text) {
        return asking.apply(
                Question.of(text, in.at()), articles(stores.settings().of(in.person())));
    }
}
