package io.footnote.telegram;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * So many messages in any window of time, to one chat and to all together; what is over gets 429. Telegram names about 1
 * a second to a chat, 20 a minute to a group and 30 a second in all, and forgives short bursts, which this does not.
 * Thread-safe.
 */
final class FloodLimit {
    private final int perChat;
    private final int inAll;
    private final long windowNanos;
    private final Map<Long, Deque<Long>> chats = new HashMap<>();
    private final Deque<Long> all = new ArrayDeque<>();

    FloodLimit(int perChat, int inAll, Duration window) {
        if (perChat < 1 || inAll < 1) {
            throw new IllegalArgumentException("limits must be above 0: " + perChat + ", " + inAll);
        }
        this.perChat = perChat;
        this.inAll = inAll;
        this.windowNanos = window.toNanos();
    }

    /**
     * Counts a message.
     *
     * @throws BotApiError with 429 and the whole seconds to wait when it is one too many; it is not counted then
     */
    synchronized void count(long chatId) throws BotApiError {
        long now = System.nanoTime();
        Deque<Long> chat = chats.computeIfAbsent(chatId, key -> new ArrayDeque<>());
        check(chat, perChat, now);
        check(all, inAll, now);
        chat.addLast(now);
        all.addLast(now);
    }

    private void check(Deque<Long> sent, int most, long now) throws BotApiError {
        while (!sent.isEmpty() && now - sent.getFirst() >= windowNanos) {
            sent.removeFirst();
        }
        if (sent.size() >= most) {
            long wait = windowNanos - (now - sent.getFirst());
            throw BotApiError.tooManyRequests(
                    Math.toIntExact(Math.ceilDiv(wait, Duration.ofSeconds(1).toNanos())));
        }
    }
}
