package io.footnote.telegram;

import io.footnote.storage.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * Sends what is in the outbox, one message after the other, and records each before the next. So a crash leaves at most
 * one message of which nobody knows whether it was sent; it is sent again, because a reader minds silence more than
 * hearing an answer twice.
 *
 * <p>A message that fails holds back the later ones of its chat and no others. For one thread; {@link #stop} may be called
 * by any.
 */
final class Sender implements Runnable {
    /** How long a message may wait before it is given up. */
    static final Duration MAX_AGE = Duration.ofHours(24);

    /** How often sending a message is tried before it is given up, not counting the tries that 429 put off. */
    static final int MAX_ATTEMPTS = 100;

    /** The longest pause between two tries. */
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final Duration IDLE = Duration.ofSeconds(5);

    private final long bot;
    private final Outbox outbox;
    private final BotApi api;
    private final InstantSource clock;
    private final Bell filled;
    private final Runnable tokenRefused;
    private volatile boolean stopping;

    /** @param filled rung when there is something new in the outbox */
    Sender(long bot, Outbox outbox, BotApi api, InstantSource clock, Bell filled, Runnable tokenRefused) {
        this.bot = bot;
        this.outbox = outbox;
        this.api = api;
        this.clock = clock;
        this.filled = filled;
        this.tokenRefused = tokenRefused;
    }

    /** Sends until it is stopped and what may be sent now is sent, or its thread is interrupted. */
    @Override
    public void run() {
        int failures = 0;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    Optional<Outbox.Entry> next = outbox.next(bot);
                    Duration early = next.map(entry -> Duration.between(clock.instant(), entry.notBefore()))
                            .orElse(IDLE);
                    if (next.isPresent() && !early.isPositive()) {
                        send(next.get());
                    } else if (stopping) {
                        return;
                    } else {
                        filled.await(early.compareTo(IDLE) < 0 ? early.plusMillis(1) : IDLE);
                    }
                    failures = 0;
                } catch (RuntimeException e) {
                    LOG.error("event=outbox-unusable failures={} {}", ++failures, Failure.of(e));
                    Thread.sleep(GrowingPause.after(failures, GrowingPause.CEILING));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void stop() {
        stopping = true;
        filled.ring();
    }

    private void send(Outbox.Entry entry) throws InterruptedException {
        if (entry.createdAt().plus(MAX_AGE).isBefore(clock.instant())) {
            giveUp(entry, "older than " + MAX_AGE.toHours() + " hours");
            return;
        }
        StoredCall.Receipt receipt;
        try {
            receipt = api.send(entry.message());
        } catch (TelegramApiException e) {
            if (!Thread.currentThread().isInterrupted() && !(e.getCause() instanceof InterruptedException)) {
                tryAgain(entry, "no answer");
                return;
            }
            throw new InterruptedException("the bot stops");
        }
        if (receipt.ok()) {
            record(() -> outbox.sent(entry, receipt.messageId()));
            LOG.info("event=message-sent outbox={} attempts={}", entry.id(), entry.attempts() + 1);
        } else {
            refused(entry, receipt);
        }
    }

    private void refused(Outbox.Entry entry, StoredCall.Receipt receipt) throws InterruptedException {
        switch (receipt.code()) {
            case 429 -> {
                long seconds = Math.clamp(receipt.retryAfterSeconds(), 1, MAX_AGE.toSeconds());
                Instant then = clock.instant().plusSeconds(seconds);
                LOG.warn("event=message-held-back outbox={} seconds={}", entry.id(), seconds);
                record(() -> outbox.putOff(entry, then, entry.attempts()));
            }
            case 401, 404 -> {
                tokenRefused.run();
                tryAgain(entry, "token refused");
            }
            case 400, 403 -> {
                if (receipt.movedTo() != 0 && entry.attempts() < MAX_ATTEMPTS) {
                    move(entry, receipt.movedTo());
                } else if (receipt.description().contains("can't parse entities")
                        && entry.message().plain() != null) {
                    LOG.warn("event=markup-refused outbox={}", entry.id());
                    record(() -> outbox.dropMarkup(entry));
                } else {
                    giveUp(entry, receipt.code() + " " + receipt.description());
                }
            }
            default -> tryAgain(entry, "status " + receipt.code());
        }
    }

    /** A group that became a supergroup has another number from then on. */
    private void move(Outbox.Entry entry, long chat) throws InterruptedException {
        Outbox.Message old = entry.message();
        String plain = old.plain();
        Outbox.Message moved = new Outbox.Message(
                chat,
                old.method(),
                StoredCall.forChat(old.body(), chat),
                plain == null ? null : StoredCall.forChat(plain, chat));
        LOG.info("event=chat-moved outbox={}", entry.id());
        record(() -> outbox.replace(entry, moved));
    }

    private void tryAgain(Outbox.Entry entry, String why) throws InterruptedException {
        int attempts = entry.attempts() + 1;
        if (attempts >= MAX_ATTEMPTS) {
            giveUp(entry, "tried " + attempts + " times, the last time: " + why);
            return;
        }
        Duration pause = GrowingPause.after(attempts, LONGEST_PAUSE);
        LOG.warn("event=message-failed outbox={} attempts={} reason=\"{}\"", entry.id(), attempts, why);
        record(() -> outbox.putOff(entry, clock.instant().plus(pause), attempts));
    }

    /** The reason is kept beside the message; the log has only what kind it is, because Telegram's words may name things. */
    private void giveUp(Outbox.Entry entry, String reason) throws InterruptedException {
        LOG.warn("event=message-given-up outbox={} reason={}", entry.id(), reason.replaceFirst(" .*", ""));
        record(() -> outbox.giveUp(entry, reason));
    }

    /** Tries until it is stored: what was sent and not recorded would be sent again. */
    private void record(Runnable storing) throws InterruptedException {
        for (int failures = 1; ; failures++) {
            try {
                storing.run();
                return;
            } catch (RuntimeException e) {
                LOG.error("event=outbox-not-written failures={} {}", failures, Failure.of(e));
                Thread.sleep(GrowingPause.after(failures, GrowingPause.CEILING));
            }
        }
    }
}
