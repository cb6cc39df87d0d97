package io.footnote.telegram;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Telegram's rates: about one message a second to a chat, twenty a minute to a group, thirty a second in all, each in any
 * window of that length. A chat's second begins when its last call was answered, because calls take different times to
 * arrive; the others are a little widened for that. Thread-safe.
 */
final class Pace {
    private static final Duration SECOND = Duration.ofMillis(1_050);
    private static final Duration MINUTE = Duration.ofMillis(60_500);
    private static final int PER_CHAT = 1;
    private static final int PER_GROUP = 20;
    private static final int IN_ALL = 30;

    /** So many chats are looked through for ones that have been silent long enough to be forgotten. */
    private static final int TIDY_AT = 10_000;

    private final Window all = new Window(IN_ALL, SECOND);
    private final Map<Long, Window> chats = new HashMap<>();
    private final Map<Long, Window> groups = new HashMap<>();

    /**
     * Counts a message if it may go now.
     *
     * @param nanos the time, by {@link System#nanoTime}
     * @return how long it must wait; zero when it was counted
     */
    synchronized Duration take(long chat, boolean group, long nanos) {
        tidy(nanos);
        Window own = chats.computeIfAbsent(chat, id -> new Window(PER_CHAT, SECOND));
        long wait = Math.max(all.early(nanos), own.early(nanos));
        Window minute = group ? groups.computeIfAbsent(chat, id -> new Window(PER_GROUP, MINUTE)) : null;
        if (minute != null) {
            wait = Math.max(wait, minute.early(nanos));
        }
        if (wait == 0) {
            all.count(nanos);
            own.count(nanos);
            if (minute != null) {
                minute.count(nanos);
            }
        }
        return Duration.ofNanos(wait);
    }

    /** Notes that a message to a chat was answered, from when on its next one waits. */
    synchronized void answered(long chat, long nanos) {
        Window own = chats.get(chat);
        if (own != null) {
            own.moveLast(nanos);
        }
    }

    private void tidy(long nanos) {
        if (chats.size() >= TIDY_AT) {
            chats.values().removeIf(window -> window.isIdle(nanos));
            groups.values().removeIf(window -> window.isIdle(nanos));
        }
    }

    /** The last messages of a window of time. */
    private static final class Window {
        private final int most;
        private final long nanos;
        private final Deque<Long> sent = new ArrayDeque<>();

        Window(int most, Duration length) {
            this.most = most;
            this.nanos = length.toNanos();
        }

        long early(long now) {
            while (!sent.isEmpty() && now - sent.getFirst() >= nanos) {
                sent.removeFirst();
            }
            return sent.size() < most ? 0 : nanos - (now - sent.getFirst());
        }

        void count(long now) {
            sent.addLast(now);
        }

        void moveLast(long now) {
            if (sent.pollLast() != null) {
                sent.addLast(now);
            }
        }

        boolean isIdle(long now) {
            return early(now) == 0 && sent.isEmpty();
        }
    }
}
