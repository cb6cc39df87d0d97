package io.footnote.telegram;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.BotSession;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** Takes updates until the bot is stopped, by polling or by the webhook, and clears away what is old meanwhile. */
final class Arrivals {
    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);
    private static final Duration HOUSEKEEPING = Duration.ofHours(1);
    private static final Duration LOOK_AFTER_POLLS = Duration.ofSeconds(5);

    private final BotOptions options;
    private final Stores stores;
    private final BotApi api;
    private final InstantSource clock;
    private final Troubles troubles;
    private final CountDownLatch stopped;
    private final Bell arrived;

    /**
     * @param stopped counted down when the bot is to stop
     * @param arrived rung when there is something new in the inbox
     */
    Arrivals(
            BotOptions options,
            Stores stores,
            BotApi api,
            InstantSource clock,
            Troubles troubles,
            CountDownLatch stopped,
            Bell arrived) {
        this.options = options;
        this.stores = stores;
        this.api = api;
        this.clock = clock;
        this.troubles = troubles;
        this.stopped = stopped;
        this.arrived = arrived;
    }

    /** Takes updates until the bot is stopped. @param ready run once updates can come */
    void serve(Runnable ready) throws InterruptedException {
        BotOptions.Webhook webhook = options.webhook();
        if (webhook == null) {
            poll(ready);
        } else {
            beCalled(webhook, ready);
        }
    }

    private void beCalled(BotOptions.Webhook webhook, Runnable ready) throws InterruptedException {
        try (WebhookEndpoint endpoint = new WebhookEndpoint(options.botId(), webhook, stores.inbox(), clock, arrived)) {
            LOG.info("event=webhook-listening port={}", endpoint.port());
            ObjectNode arguments = JsonNodeFactory.instance
                    .objectNode()
                    .put("url", webhook.url().toString())
                    .put("secret_token", webhook.secret())
                    .put("max_connections", WebhookEndpoint.MAX_CONNECTIONS);
            UpdateKinds.WANTED.forEach(arguments.withArray("allowed_updates")::add);
            StoredCall call = new StoredCall("setWebhook", arguments.toString());
            if (untilItSucceeds(() -> accepted(api.call(call)))) {
                ready.run();
                lookAfter(() -> {});
            }
        }
    }

    private static void accepted(StoredCall.Receipt receipt) throws TelegramApiException {
        if (!receipt.ok()) {
            throw new TelegramApiException("Telegram does not take the webhook");
        }
    }

    private void poll(Runnable ready) throws InterruptedException {
        BotSession session = api.session(new UpdatePoller(options.botId(), stores.inbox(), clock, arrived));
        if (untilItSucceeds(session::start)) {
            ready.run();
            lookAfter(() -> pollOn(session));
        }
        api.stopPolling(session);
    }

    /** Polls again should the polling have ended. */
    private void pollOn(BotSession session) throws InterruptedException {
        Future<?> polling = session.getRunningPolling();
        if (polling != null && polling.isDone()) {
            LOG.error("event=polling-ended effect=started-again");
            session.stop();
            untilItSucceeds(session::start);
        }
    }

    /** Something that Telegram must be reached for. */
    @FunctionalInterface
    private interface Step {
        void go() throws TelegramApiException;
    }

    /** Whether it succeeded; if not, the bot was stopped. */
    private boolean untilItSucceeds(Step step) throws InterruptedException {
        GrowingPause pause = new GrowingPause();
        do {
            try {
                step.go();
                return true;
            } catch (TelegramApiException e) {
                LOG.warn("event=updates-cannot-come {}", Failure.of(e));
                troubles.arose(Troubles.UNREACHABLE);
            }
        } while (!stopped.await(pause.nextBackOffMillis(), TimeUnit.MILLISECONDS));
        return false;
    }

    /** Something to look at now and then. */
    @FunctionalInterface
    private interface Look {
        void at() throws InterruptedException;
    }

    private void lookAfter(Look look) throws InterruptedException {
        long cleared = System.nanoTime() - HOUSEKEEPING.toNanos();
        do {
            look.at();
            if (System.nanoTime() - cleared >= HOUSEKEEPING.toNanos()) {
                cleared = System.nanoTime();
                clearAway();
            }
        } while (!stopped.await(LOOK_AFTER_POLLS.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void clearAway() {
        try {
            stores.inbox().deleteEnded(clock.instant().minus(Bot.KEPT));
            stores.outbox().deleteEnded(clock.instant().minus(Bot.KEPT));
            int answers = stores.readers().deleteAskedBefore(clock.instant().minus(options.retention()));
            LOG.info("event=old-entries-deleted answers={}", answers);
        } catch (RuntimeException e) {
            LOG.warn("event=old-entries-not-deleted {}", Failure.of(e));
        }
    }
}
