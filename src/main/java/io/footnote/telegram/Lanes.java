package io.footnote.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.footnote.storage.Inbox;
import io.footnote.storage.Lane;
import io.footnote.storage.Outbox;
import io.footnote.storage.StorageException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Works through the inbox: in each lane one update after the other, and the lanes beside each other. What waits, waits in
 * the database; only {@value #MAX_CHATS} updates are in memory. {@link #run} is for one thread, {@link #stop} for any.
 */
final class Lanes implements Runnable {
    /** How many chats are worked on at once. */
    static final int MAX_CHATS = 64;

    /** How often an update is tried that cannot be worked on, not counting the tries that the database failed. */
    static final int MAX_ATTEMPTS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final long bot;
    private final Inbox inbox;
    private final Conversation conversation;
    private final InstantSource clock;
    private final Bell arrived;
    private final Bell filled;
    private final Set<Lane> busy = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    /**
     * @param arrived rung when there is something new in the inbox
     * @param filled to be rung when there is something new in the outbox
     */
    Lanes(long bot, Inbox inbox, Conversation conversation, InstantSource clock, Bell arrived, Bell filled) {
        this.bot = bot;
        this.inbox = inbox;
        this.conversation = conversation;
        this.clock = clock;
        this.arrived = arrived;
        this.filled = filled;
    }

    /** Starts work on whatever waits, until it is stopped. */
    @Override
    public void run() {
        int failures = 0;
        try {
            while (!stopping) {
                try {
                    startWork();
                    failures = 0;
                    arrived.await(IDLE);
                } catch (RuntimeException e) {
                    LOG.error("event=inbox-unusable failures={} {}", ++failures, Failure.of(e));
                    Thread.sleep(GrowingPause.after(failures, GrowingPause.CEILING));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void startWork() {
        int free = MAX_CHATS - busy.size();
        if (free > 0) {
            // Oldest first, one of each chat: a chat that has much to say does not keep the others waiting.
            for (Inbox.Entry entry : inbox.next(bot, Set.copyOf(busy), free)) {
                busy.add(entry.lane());
                threadFor(entry.lane()).start(() -> work(entry));
            }
        }
    }

    /** A press does not wait for the questions in work, which may have the carriers of all virtual threads computing. */
    private static Thread.Builder threadFor(Lane lane) {
        return lane.urgent()
                ? Thread.ofPlatform().daemon().name("press")
                : Thread.ofVirtual().name("chat");
    }

    private void work(Inbox.Entry entry) {
        try {
            workUntilStored(entry);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            busy.remove(entry.lane());
            arrived.ring();
        }
    }

    private void workUntilStored(Inbox.Entry entry) throws InterruptedException {
        Done done = done(entry);
        for (int failures = 1; ; failures++) {
            try {
                inbox.finish(bot, entry, done.outcome(), done.replies(), clock.instant());
                filled.ring();
                return;
            } catch (RuntimeException e) {
                LOG.error("event=reply-not-stored entry={} failures={} {}", entry.id(), failures, Failure.of(e));
                pause(failures);
            }
        }
    }

    private record Done(Inbox.Outcome outcome, List<Outbox.Message> replies) {}

    private Done done(Inbox.Entry entry) throws InterruptedException {
        Update update;
        try {
            update = MAPPER.readValue(entry.json(), Update.class);
        } catch (JsonProcessingException e) {
            LOG.warn("event=update-unreadable entry={}", entry.id());
            return new Done(Inbox.Outcome.UNREADABLE, List.of());
        }
        for (int attempts = 1; ; attempts++) {
            try {
                return new Done(Inbox.Outcome.DONE, conversation.replies(update, entry));
            } catch (RuntimeException | Error e) {
                LOG.error("event=update-failed entry={} attempts={} {}", entry.id(), attempts, Failure.of(e));
                if (attempts >= MAX_ATTEMPTS && !stopping && !worthWaitingFor(e, entry)) {
                    return new Done(Inbox.Outcome.DONE, conversation.apology(update, entry));
                }
                pause(attempts);
            }
        }
    }

    /** Without its database the bot could not even say that it failed; what it could say later, it can answer later. */
    private boolean worthWaitingFor(Throwable failure, Inbox.Entry entry) {
        return failure instanceof StorageException
                && entry.receivedAt().plus(Sender.MAX_AGE).isAfter(clock.instant());
    }

    /** Waits before another try; when the bot stops there is none, and the update stays in the inbox. */
    private void pause(int failures) throws InterruptedException {
        if (!stopping) {
            Thread.sleep(GrowingPause.after(failures, GrowingPause.CEILING));
        }
        if (stopping) {
            throw new InterruptedException("the bot stops");
        }
    }

    /** Starts nothing more. */
    void stop() {
        stopping = true;
        arrived.ring();
    }

    /** Waits until nothing is in work any more, at most so long; what is then still in work stays in the inbox. */
    void await(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!busy.isEmpty() && System.nanoTime() - deadline < 0) {
            Thread.sleep(LOOK_AGAIN);
        }
    }
}
