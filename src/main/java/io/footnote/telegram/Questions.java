package io.footnote.telegram;

import io.footnote.answer.AnswerListener;
import io.footnote.answer.AnswerTrace;
import io.footnote.answer.LaterVersions;
import io.footnote.answer.Overview;
import io.footnote.answer.Question;
import io.footnote.article.Article;
import io.footnote.storage.ChatSettings;
import io.footnote.storage.Exchanges.Exchange;
import io.footnote.storage.Inbox;
import io.footnote.storage.Outbox;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers questions in chats. Safe for any number of threads, as long as each chat's come one after the other. */
final class Questions {
    private static final Logger LOG = LoggerFactory.getLogger(Questions.class);

    /** The chat and the message of what is asked aside, so that it belongs to its reader and to no conversation. */
    private static final int NONE = 0;

    private final Stores stores;
    private final Shelf shelf;
    private final Asking asking;
    private final FairUse fairUse;
    private final Typing typing;
    private final Drafts drafts;
    private final Talk talk;
    private final Running running;
    private final Posting posting;
    private final Restricted restricted;

    Questions(Stores stores, Shelf shelf, Asking asking, FairUse fairUse, Typing typing, Drafts drafts) {
        this.stores = stores;
        this.shelf = shelf;
        this.asking = asking;
        this.fairUse = fairUse;
        this.typing = typing;
        this.drafts = drafts;
        LaterVersions versions = new LaterVersions(this::article, shelf::current);
        this.talk = new Talk(stores.exchanges(), stores.records(), versions);
        this.running = new Running(trace -> stores.readers().discard(trace.id()));
        this.posting = new Posting(this::article, new ChangeNotes(versions));
        this.restricted = new Restricted(stores);
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
        ChatSettings.Values chosen = stores.settings().of(in.chat());
        Optional<Exchange> before = talk.before(in, asked.repliedTo(), chosen);
        if (WordsForMore.include(text)) {
            Optional<Reply> further = before.flatMap(last -> further(in, last));
            if (further.isPresent()) {
                return List.of(Outgoing.reply(in, further.get()));
            }
        }
        Optional<String> refusal = refusal(in, asked, text);
        if (refusal.isPresent()) {
            return List.of(Outgoing.reply(in, Reply.of(refusal.get())));
        }
        return ask(in, text, before, chosen, true)
                .map(trace -> posting.messages(in, trace, sinceEarlier(in, before, trace)))
                .orElseGet(() -> cancelled(in));
    }

    /** That the article is another than in the answer that a question follows. */
    private Markup sinceEarlier(Incoming in, Optional<Exchange> before, AnswerTrace trace) {
        return before.flatMap(last -> stores.records().find(last.answerId()))
                .map(earlier -> posting.changes().underFollowUp(in.texts(), earlier.answer(), trace))
                .orElseGet(Markup::new);
    }

    private Optional<Reply> further(Incoming in, Exchange last) {
        return stores.records().find(last.answerId()).map(trace -> sources(in).further(trace));
    }

    /** Shows what the buttons under answers ask for. */
    SourceView sources(Incoming in) {
        return new SourceView(in.texts(), this::article, posting.changes());
    }

    private static List<Outbox.Message> cancelled(Incoming in) {
        return List.of(Outgoing.reply(in, Reply.of(in.texts().say(Phrase.CANCELLED))));
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
        return ask(in, text, before, stores.settings().of(in.chat()), false)
                .map(trace -> inPlaceOf(earlier.get(), in, trace))
                .orElse(List.of());
    }

    /** Looked for as late as can be, because the earlier answer may have been on its way. */
    private List<Outbox.Message> inPlaceOf(Exchange earlier, Incoming in, AnswerTrace trace) {
        List<Long> places = stores.exchanges().messagesOf(earlier.answerId());
        return places.isEmpty() ? posting.messages(in, trace) : posting.inPlaceOf(in, trace, places);
    }

    /** The overview of an article, or why there is none. */
    List<Outbox.Message> overview(Incoming in, Overview kind, Article article) {
        Optional<String> limit = limit(in);
        if (limit.isPresent()) {
            return List.of(Outgoing.reply(in, Reply.of(limit.get())));
        }
        Question question = Question.of("/" + kind.engine(), in.at());
        return kept(in, null, () -> asking.overview(kind, question, article))
                .map(trace -> posting.messages(in, trace))
                .orElseGet(() -> cancelled(in));
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
        return limit(in);
    }

    private Optional<String> limit(Incoming in) {
        return restricted
                .words(in)
                .or(() -> fairUse.take(in).map(limit -> in.texts().say(limit.phrase(), "minutes", limit.minutes())));
    }

    /**
     * Asks, and keeps the exchange; nothing when it was cancelled.
     *
     * @param growing whether a draft is shown meanwhile
     */
    private Optional<AnswerTrace> ask(
            Incoming in, String text, Optional<Exchange> before, ChatSettings.Values chosen, boolean growing) {
        AnswerMessage message = posting.in(in.texts());
        Question question =
                new Question(text, before.map(last -> talk.turns(last, message)).orElse(List.of()), in.at());
        String follows = before.map(Exchange::answerId).orElse(null);
        if (!growing || !in.direct()) {
            return kept(in, follows, () -> answered(in, question, chosen, null));
        }
        try (Drafts.Growing draft = drafts.in(in, message::draft)) {
            return kept(in, follows, () -> answered(in, question, chosen, draft));
        }
    }

    private AnswerTrace answered(
            Incoming in, Question question, ChatSettings.Values chosen, @Nullable AnswerListener listener) {
        long reader = in.person() == 0 ? in.chat() : in.person();
        return asking.answer(question, articles(chosen), stores.readers().nameOf(reader), listener);
    }

    /** Shows that it works, and keeps the exchange; nothing when it was cancelled. */
    private Optional<AnswerTrace> kept(Incoming in, @Nullable String follows, Supplier<AnswerTrace> answering) {
        try (Typing.Shown shown = typing.in(in.chat(), in.topic())) {
            return running.run(in.person(), answering, trace -> {
                LOG.info(
                        "event=answered answer={} millis={}",
                        trace.id(),
                        trace.took().toMillis());
                stores.exchanges()
                        .add(new Exchange(trace.id(), in.message(), follows, in.at()), in.chat(), in.person());
                stores.exchanges().keepPlace(trace.id(), in.place());
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
                .flatMap(shelf::current)
                .map(List::of)
                .orElseGet(shelf::all);
    }

    /** Puts answers into chats. */
    Posting posting() {
        return posting;
    }

    /** The article of an id as it is now, or as it was last. */
    Optional<Article> current(String id) {
        return shelf.current(id).or(() -> stores.articles().find(id));
    }

    /** The article of an id, also of one that is no longer served. */
    Optional<Article> article(String id) {
        return shelf.find(id).or(() -> stores.articles().find(id));
    }

    /** Asks without a chat, as an inline query does. */
    AnswerTrace askAside(Incoming in, String text) {
        ChatSettings.Values chosen = stores.settings().of(in.person());
        AnswerTrace trace = answered(in, Question.of(text, in.at()), chosen, null);
        stores.exchanges().add(new Exchange(trace.id(), NONE, null, in.at()), NONE, in.person());
        return trace;
    }
}
