package io.footnote.telegram;

import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Correction;
import io.footnote.answer.LaterVersions;
import io.footnote.answer.Question;
import io.footnote.article.Article;
import io.footnote.storage.CorrectionNotices.State;
import io.footnote.storage.Exchanges.Exchange;
import io.footnote.storage.Exchanges.Place;
import io.footnote.storage.LogFigures.Range;
import io.footnote.storage.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what moderators order at the desk, which may be another process: puts corrected answers in the place of those that
 * readers got, and tells moderators when something goes wrong. {@link #run} is for one thread, which is interrupted to end it.
 */
final class Errands implements Runnable {
    /** How often it looks for something to do. */
    static final Duration PAUSE = Duration.ofSeconds(2);

    /** How often the figures are looked at. */
    static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

    /** How many corrections are sent at a time. */
    static final int MOST_AT_ONCE = 50;

    private static final Logger LOG = LoggerFactory.getLogger(Errands.class);

    private final long bot;
    private final Stores stores;
    private final Shelf shelf;
    private final Asking asking;
    private final Posting posting;
    private final Map<Tongue, Texts> texts;
    private final InstantSource clock;
    private final Bell filled;
    private final Set<Long> moderators;
    private final @Nullable Long dailyBudget;
    private final Alarm alarm = new Alarm();
    private Instant watched = Instant.MIN;

    /**
     * @param dailyBudget what may be spent on chat models in a day, in millionths of a US dollar, or null for no limit
     * @param filled rung when there is something new in the outbox
     */
    Errands(
            long bot,
            Stores stores,
            Shelf shelf,
            Asking asking,
            Map<Tongue, Texts> texts,
            Set<Long> moderators,
            @Nullable Long dailyBudget,
            InstantSource clock,
            Bell filled) {
        this.bot = bot;
        this.stores = stores;
        this.shelf = shelf;
        this.asking = asking;
        this.posting = new Posting(this::article, new ChangeNotes(new LaterVersions(this::article, shelf::current)));
        this.texts = texts;
        this.moderators = Set.copyOf(moderators);
        this.dailyBudget = dailyBudget;
        this.clock = clock;
        this.filled = filled;
    }

    @Override
    public void run() {
        try {
            while (true) {
                try {
                    stores.notices().waiting(bot, MOST_AT_ONCE).forEach(this::sendCorrection);
                    watch();
                } catch (RuntimeException e) {
                    LOG.warn("event=errands-failed {}", Failure.of(e));
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells moderators when something goes wrong. */
    private void watch() {
        Instant now = clock.instant();
        if (moderators.isEmpty() || watched.plus(BETWEEN_LOOKS).isAfter(now)) {
            return;
        }
        watched = now;
        Instant hour = now.minus(Alarm.LOOK_BACK);
        double spent = spent(now);
        List<Phrase> alerts = alarm.toTell(
                now,
                stores.figures().counts(new Range(hour, now, null)),
                stores.figures().counts(new Range(hour.minus(Alarm.USUAL), hour, null)),
                spent);
        for (Phrase alert : alerts) {
            Map<String, Object> values =
                    alert == Phrase.ALERT_BUDGET ? Map.of("percent", Math.round(100 * spent)) : Map.of();
            for (long moderator : moderators) {
                Tongue tongue =
                        Tongue.of(stores.settings().of(moderator).language()).orElse(Tongue.ENGLISH);
                Texts words = Objects.requireNonNull(texts.get(tongue));
                Incoming to = new Incoming(moderator, true, null, 0, moderator, words, now);
                stores.outbox().add(bot, List.of(Outgoing.reply(to, Reply.of(words.say(alert, values)))), now);
            }
            LOG.warn("event=alert kind={}", alert.key());
            filled.ring();
        }
    }

    /** How much of what may be spent today is spent. */
    private double spent(Instant now) {
        return dailyBudget == null ? 0 : (double) stores.spending().spent(now) / dailyBudget;
    }

    private void sendCorrection(String answerId) {
        List<Outbox.Message> messages = correction(answerId);
        if (!messages.isEmpty()) {
            stores.outbox().add(bot, messages, clock.instant());
        }
        stores.notices().ended(answerId, messages.isEmpty() ? State.FAILED : State.SENT);
        filled.ring();
        LOG.info("event=correction-sent answer={} messages={}", answerId, messages.size());
    }

    private List<Outbox.Message> correction(String answerId) {
        Optional<Exchange> exchange = stores.exchanges().find(answerId);
        Optional<Place> place = stores.exchanges().place(answerId);
        Optional<Correction> correction = stores.corrections().of(answerId);
        List<Long> messages = stores.exchanges().messagesOf(answerId);
        if (exchange.isEmpty() || place.isEmpty() || correction.isEmpty() || messages.isEmpty()) {
            return List.of();
        }
        Incoming in = incoming(place.get(), exchange.get());
        return answered(in, correction.get())
                .map(trace -> {
                    Exchange earlier = exchange.get();
                    Exchange corrected = new Exchange(trace.id(), earlier.askedMessage(), earlier.follows(), in.at());
                    stores.exchanges().add(corrected, in.chat(), in.person());
                    stores.exchanges().keepPlace(trace.id(), in.place());
                    return posting.inPlaceOf(in, trace, messages);
                })
                .orElse(List.of());
    }

    private Incoming incoming(Place to, Exchange exchange) {
        Tongue tongue = Tongue.of(to.language()).orElse(Tongue.ENGLISH);
        return new Incoming(
                to.chat(),
                to.direct(),
                null,
                Math.toIntExact(exchange.askedMessage()),
                to.person(),
                Objects.requireNonNull(texts.get(tongue)),
                clock.instant());
    }

    /** The question asked once more, as it was understood, so that its answer is in the log like any other. */
    private Optional<AnswerTrace> answered(Incoming in, Correction correction) {
        long reader = in.person() == 0 ? in.chat() : in.person();
        return article(correction.articleId())
                .map(article -> asking.answer(
                        Question.of(correction.question(), in.at()),
                        List.of(article),
                        stores.readers().nameOf(reader),
                        null))
                .filter(trace -> trace.answer().engine().equals(Correction.ENGINE));
    }

    private Optional<Article> article(String id) {
        return shelf.find(id).or(() -> stores.articles().find(id));
    }
}
