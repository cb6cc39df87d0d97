package io.footnote.telegram;

import io.footnote.answer.AnswerListener;
import io.footnote.answer.Grounded;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.methods.send.SendMessageDraft;

/**
 * Shows in a private chat the statements of an answer that have been checked while the rest is still written, as well as
 * that can be shown: a failure changes nothing. Thread-safe.
 */
final class Drafts implements AutoCloseable {
    /** Drafts of one answer follow each other at Telegram's rate for messages of a chat. */
    static final Duration BETWEEN = Duration.ofSeconds(1);

    /** Telegram shows a draft for thirty seconds. */
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(20);

    /** How long the answer may be held back so that no draft arrives after it. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(Drafts.class);

    private final BotApi api;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("telegram-drafts").factory());

    Drafts(BotApi api) {
        this.api = api;
    }

    /**
     * A draft that grows until it is closed.
     *
     * @param shown makes the text of the statements until now
     */
    Growing in(Incoming in, Function<Grounded, Reply> shown) {
        return new Growing(in, shown);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** The draft of one answer; of what comes too fast only the last is sent. */
    final class Growing implements AnswerListener, AutoCloseable {
        private final Incoming in;
        private final Function<Grounded, Reply> shown;
        private final ScheduledFuture<?> ticking;
        private CompletableFuture<Boolean> latest = CompletableFuture.completedFuture(true);
        private @Nullable Reply reply;
        private boolean fresh;
        private boolean closed;
        private long sentAt = System.nanoTime() - AGAIN_AFTER.toNanos();

        private Growing(Incoming in, Function<Grounded, Reply> shown) {
            this.in = in;
            this.shown = shown;
            this.ticking = timer.scheduleWithFixedDelay(
                    this::send, BETWEEN.toMillis(), BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        public void checked(Grounded soFar) {
            try {
                Reply next = shown.apply(soFar);
                synchronized (this) {
                    reply = next;
                    fresh = true;
                }
                send();
            } catch (RuntimeException e) {
                LOG.warn("event=draft-not-shown {}", Failure.of(e));
            }
        }

        private synchronized void send() {
            long waited = System.nanoTime() - sentAt;
            Reply next = reply;
            if (closed
                    || next == null
                    || waited < (fresh ? BETWEEN : AGAIN_AFTER).toNanos()
                    || !latest.isDone()
                    || latest.isCompletedExceptionally()
                    || !api.gate().isOpen()) {
                return;
            }
            fresh = false;
            sentAt = System.nanoTime();
            latest = api.start(SendMessageDraft.builder()
                    .chatId(in.chat())
                    .messageThreadId(in.topic())
                    // the question's number: drafts of one number are one that changes
                    .draftId(in.message())
                    .text(next.html())
                    .parseMode(ParseMode.HTML)
                    .build());
        }

        @Override
        public void close() {
            CompletableFuture<Boolean> last;
            synchronized (this) {
                closed = true;
                last = latest;
            }
            ticking.cancel(false);
            try {
                last.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException | TimeoutException e) {
                // the answer goes out all the same
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
