package io.footnote.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The updates that Telegram keeps for a bot until they are confirmed.
 *
 * <p>An update is confirmed when a later poll asks from above its id. An offset that is more than ten ids in the future
 * is taken as none, as the real server does: so a bot that remembers high ids still gets updates after the ids restarted
 * lower. Thread-safe.
 */
final class UpdateQueue {
    private static final long FIRST_ID = 412_000_001;
    private static final long TOLERATED_FUTURE = 10;
    static final int MOST_UPDATES = 100;
    private static final Set<String> ONLY_ON_REQUEST =
            Set.of("chat_member", "message_reaction", "message_reaction_count");

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Runnable onChange;
    private final List<ObjectNode> waiting = new ArrayList<>();
    private final Map<Long, Integer> deliveries = new HashMap<>();
    private Set<String> allowed = Set.of();
    private long nextId = FIRST_ID;
    private long newestPoll;
    private boolean stopped;

    /** The server went down while a poll waited. */
    static final class Stopped extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * A getUpdates call.
     *
     * @param offset lowest id wanted; below 0 counted from the end; 0 for the earliest unconfirmed
     * @param limit most updates in the answer, 1 to 100
     * @param timeout how long to wait for an update when there is none
     * @param allowed the kinds to keep from now on, empty for the usual ones, null to leave it
     */
    record Poll(
            long offset,
            int limit,
            Duration timeout,
            @Nullable Set<String> allowed) {}

    UpdateQueue(Runnable onChange) {
        this.onChange = onChange;
    }

    /**
     * Answers a poll, at once or when an update arrives.
     *
     * @throws BotApiError with 409 when another poll began meanwhile
     * @throws Stopped when the server went down meanwhile
     * @throws InterruptedException when the thread was interrupted
     */
    ArrayNode poll(Poll poll) throws BotApiError, Stopped, InterruptedException {
        lock.lock();
        try {
            long ticket = ++newestPoll;
            changed.signalAll();
            Set<String> kinds = poll.allowed();
            if (kinds != null) {
                allowed = Set.copyOf(kinds);
            }
            confirm(poll.offset());
            onChange.run();
            long remaining = poll.timeout().toNanos();
            while (waiting.isEmpty() && remaining > 0 && ticket == newestPoll && !stopped) {
                remaining = changed.awaitNanos(remaining);
            }
            if (ticket != newestPoll) {
                throw BotApiError.conflict(
                        "terminated by other getUpdates request;" + " make sure that only one bot instance is running");
            }
            if (stopped) {
                throw new Stopped();
            }
            return hand(poll.limit());
        } finally {
            lock.unlock();
        }
    }

    private void confirm(long offset) {
        if (offset < 0) {
            int keep = (int) Math.min(waiting.size(), -offset);
            waiting.subList(0, waiting.size() - keep).clear();
        } else if (offset <= nextId + TOLERATED_FUTURE) {
            waiting.removeIf(update -> idOf(update) < offset);
        }
    }

    private ArrayNode hand(int limit) {
        ArrayNode answer = JsonNodeFactory.instance.arrayNode();
        waiting.stream().limit(Math.clamp(limit, 1, MOST_UPDATES)).forEach(update -> {
            deliveries.merge(idOf(update), 1, Integer::sum);
            answer.add(update.deepCopy());
        });
        onChange.run();
        return answer;
    }

    /** Queues an update under the next id unless the bot does not want its kind; returns the id, or 0. */
    long add(ObjectNode update, boolean whateverItsKind) {
        lock.lock();
        try {
            if (!whateverItsKind && !wanted(update)) {
                return 0;
            }
            long id = nextId++;
            ObjectNode queued = JsonNodeFactory.instance.objectNode().put("update_id", id);
            queued.setAll(update);
            waiting.add(queued);
            changed.signalAll();
            return id;
        } finally {
            lock.unlock();
        }
    }

    private boolean wanted(ObjectNode update) {
        String kind = update.fieldNames().next();
        return allowed.isEmpty() ? !ONLY_ON_REQUEST.contains(kind) : allowed.contains(kind);
    }

    /** Forgets what waits and numbers on from this id, as Telegram may after a week without updates. */
    void restartAt(long id) {
        lock.lock();
        try {
            waiting.clear();
            nextId = id;
        } finally {
            lock.unlock();
        }
    }

    /** Forgets what waits. */
    void clear() {
        restartAt(nextId());
    }

    long nextId() {
        lock.lock();
        try {
            return nextId;
        } finally {
            lock.unlock();
        }
    }

    /** Ids of the updates that are not confirmed, oldest first. */
    List<Long> unconfirmed() {
        lock.lock();
        try {
            return waiting.stream().map(UpdateQueue::idOf).toList();
        } finally {
            lock.unlock();
        }
    }

    /** How many answers held this update. */
    int deliveries(long updateId) {
        lock.lock();
        try {
            return deliveries.getOrDefault(updateId, 0);
        } finally {
            lock.unlock();
        }
    }

    /** Ends every waiting poll, or lets polls wait again. */
    void setStopped(boolean now) {
        lock.lock();
        try {
            stopped = now;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static long idOf(ObjectNode update) {
        return update.path("update_id").asLong();
    }
}
