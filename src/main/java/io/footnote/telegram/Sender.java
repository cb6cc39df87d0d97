package io.footnote.telegram;

import io.footnote.storage.Lane;
import io.footnote.storage.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * Sends what is in the outbox: in each lane one call after the other, each recorded before the next, at Telegram's rates.
 *
 * <p>A call that makes a message is never begun while another such call is young, so that a crash leaves at most one
 * message of which nobody knows whether it was sent, besides those whose connection hangs. It is sent again, because a
 * reader minds silence more than hearing an answer twice. Edits and the like can be repeated unseen and go side by side.
 *
 * <p>A message that fails holds back the later ones of its lane and no others. {@link #run} is for one thread,
 * {@link #stop} for any.
 */
final class Sender implements Runnable {
    /** How long a message may wait before it is given up. */
    static final Duration MAX_AGE = Duration.ofHours(24);

    /** How often sending a message is tried before it is given up, not counting the tries that 429 put off. */
    static final int MAX_ATTEMPTS = 100;

    /** The longest pause between two tries. */
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** How many calls are under way at once. */
    static final int MAX_CALLS = 32;

    /** A call without an answer for so long does not hold up other chats. */
    static final Duration YOUNG = Duration.ofMillis(500);

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final Duration IDLE = Duration.ofSeconds(5);

    /** What waits only for the rate is sent before the end; what was put off is not. */
    private static final Duration SOON = Duration.ofMillis(1_100);

    /** More than wait for their chat's second at thirty messages a second, and are under way. */
    private static final int LOOK_AT = 2 * MAX_CALLS;

    private static final Set<String> UNSEEN_WHEN_REPEATED = Set.of(
            "answerCallbackQuery", "answerInlineQuery", "editMessageText", "editMessageReplyMarkup", "deleteMessage");
    /** Where nobody knows whether it was sent, silence is better than asking the same twice. */
    private static final String ONCE = "sendPoll";

    /** Why such a call is given up of which nobody knows whether it had its effect. */
    static final String MAYBE_SENT = "may have been sent";

    private static final Set<String> WITHOUT_RATE = Set.of("answerCallbackQuery", "answerInlineQuery");

    private final long bot;
    private final Outbox outbox;
    private final BotApi api;
    private final InstantSource clock;
    private final Bell filled;
    private final Runnable tokenRefused;
    private final Pace pace = new Pace();
    private final Set<Lane> busy = ConcurrentHashMap.newKeySet();
    private volatile long youngest = System.nanoTime() - YOUNG.toNanos();
    private volatile boolean stopping;
    private volatile boolean ended;

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
                    Duration wait = startCalls();
                    if (stopping && busy.isEmpty() && wait.compareTo(SOON) > 0) {
                        return;
                    }
                    filled.await(wait.compareTo(IDLE) < 0 ? wait.plusMillis(1) : IDLE);
                    failures = 0;
                } catch (RuntimeException e) {
                    LOG.error("event=outbox-unusable failures={} {}", ++failures, Failure.of(e));
                    Thread.sleep(GrowingPause.after(failures, GrowingPause.CEILING));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended = true;
        }
    }

    void stop() {
        stopping = true;
        filled.ring();
    }

    /** Begins every call that may go now. Returns how long until another may, unless something happens before. */
    private Duration startCalls() {
        Duration longest = IDLE;
        if (busy.size() >= MAX_CALLS) {
            return longest;
        }
        for (Outbox.Entry entry : outbox.next(bot, Set.copyOf(busy), LOOK_AT)) {
            Duration wait = wait(entry);
            if (wait.isPositive()) {
                longest = wait.compareTo(longest) < 0 ? wait : longest;
            } else {
                start(entry);
                if (busy.size() >= MAX_CALLS) {
                    return longest;
                }
            }
        }
        return longest;
    }

    /** How long a call must wait; it is counted when it need not. */
    private Duration wait(Outbox.Entry entry) {
        Instant now = clock.instant();
        Duration early = Duration.between(now, entry.notBefore());
        Duration closed = api.gate().wait(now);
        Duration wait = early.compareTo(closed) > 0 ? early : closed;
        if (wait.isPositive()) {
            return wait;
        }
        String method = entry.message().method();
        if (!UNSEEN_WHEN_REPEATED.contains(method)) {
            long young = YOUNG.toNanos() - (System.nanoTime() - youngest);
            if (young > 0) {
                return Duration.ofNanos(young);
            }
        }
        return WITHOUT_RATE.contains(method)
                ? Duration.ZERO
                : pace.take(
                        entry.lane().chat(),
                        StoredCall.isForGroup(entry.message().body()),
                        System.nanoTime());
    }

    private void start(Outbox.Entry entry) {
        boolean seen = !UNSEEN_WHEN_REPEATED.contains(entry.message().method());
        long began = System.nanoTime();
        if (seen) {
            youngest = began;
        }
        busy.add(entry.lane());
        // not a virtual thread: those share their few carriers with questions, which compute and let nobody else run
        Thread.ofPlatform().daemon().name("sending").start(() -> {
            try {
                send(entry);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.error("event=message-failed outbox={} {}", entry.id(), Failure.of(e));
            } finally {
                if (seen && youngest == began) {
                    youngest = began - YOUNG.toNanos();
                }
                pace.answered(entry.lane().chat(), System.nanoTime());
                busy.remove(entry.lane());
                filled.ring();
            }
        });
    }

    private void send(Outbox.Entry entry) throws InterruptedException {
        if (entry.createdAt().plus(MAX_AGE).isBefore(clock.instant())) {
            giveUp(entry, "older than " + MAX_AGE.toHours() + " hours");
            return;
        }
        if (entry.message().body().isEmpty()) {
            giveUp(entry, "encrypted with another key");
            return;
        }
        if (entry.message().method().equals(ONCE)) {
            if (entry.attempts() > 0) {
                giveUp(entry, MAYBE_SENT);
                return;
            }
            record(() -> outbox.putOff(entry, entry.notBefore(), 1));
        }
        StoredCall.Receipt receipt;
        try {
            receipt = api.send(entry.message());
        } catch (TelegramApiException e) {
            if (ended) {
                throw new InterruptedException("the bot stops");
            }
            tryAgain(entry, "no answer");
            return;
        }
        if (receipt.ok()) {
            record(() -> outbox.sent(bot, entry, receipt.messageId(), receipt.pollId(), clock.instant()));
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
                api.gate().close(Duration.ofSeconds(seconds));
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
                } else if (receipt.description().contains("message is not modified")) {
                    Long edited = entry.message().edits();
                    record(() -> outbox.sent(bot, entry, edited == null ? 0 : edited, "", clock.instant()));
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
                0,
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
                if (ended) {
                    throw new InterruptedException("the bot stops");
                }
                LOG.error("event=outbox-not-written failures={} {}", failures, Failure.of(e));
                Thread.sleep(GrowingPause.after(failures, GrowingPause.CEILING));
            }
        }
    }
}
