package io.footnote.telegram;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;

/** Shows in a chat that the bot is writing, as well as it can be shown: a failure changes nothing. Thread-safe. */
final class Typing implements AutoCloseable {
    /** Telegram shows it for five seconds. */
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(4);

    /** How long the answer may be held back so that the action does not arrive after it. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final BotApi api;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("telegram-typing").factory());

    Typing(BotApi api) {
        this.api = api;
    }

    /** Shows it from now until the result is closed. */
    Shown in(long chat, @Nullable Integer thread) {
        return new Shown(SendChatAction.builder()
                .chatId(chat)
                .messageThreadId(thread)
                .action("typing")
                .build());
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** The action while it is shown. */
    final class Shown implements AutoCloseable {
        private final SendChatAction action;
        private final ScheduledFuture<?> repetition;
        private volatile CompletableFuture<Boolean> latest;

        private Shown(SendChatAction action) {
            this.action = action;
            latest = started();
            repetition = timer.scheduleAtFixedRate(
                    this::repeat, AGAIN_AFTER.toMillis(), AGAIN_AFTER.toMillis(), TimeUnit.MILLISECONDS);
        }

        private void repeat() {
            // one that failed is not repeated, nor one without an answer yet
            if (latest.isDone() && !latest.isCompletedExceptionally()) {
                latest = started();
            }
        }

        private CompletableFuture<Boolean> started() {
            return api.gate().isOpen() ? api.start(action) : CompletableFuture.completedFuture(false);
        }

        @Override
        public void close() {
            repetition.cancel(false);
            try {
                latest.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException | TimeoutException e) {
                // the answer goes out all the same
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
