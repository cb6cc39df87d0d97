package io.footnote.telegram;

import io.footnote.storage.Inbox;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Stores what a poll brought. The library confirms updates to Telegram with the poll that follows, so this returns only
 * when they are stored, however long that takes; and it never throws, because that would end the polling for good.
 */
final class UpdatePoller implements LongPollingUpdateConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(UpdatePoller.class);

    private final long bot;
    private final Inbox inbox;
    private final InstantSource clock;
    private final Bell stored;

    /** @param stored rung when there is something new in the inbox */
    UpdatePoller(long bot, Inbox inbox, InstantSource clock, Bell stored) {
        this.bot = bot;
        this.inbox = inbox;
        this.clock = clock;
        this.stored = stored;
    }

    @Override
    public void consume(List<Update> updates) {
        List<Inbox.Received> received = new ArrayList<>();
        for (Update update : updates) {
            if (update instanceof RawUpdate raw) {
                received.add(raw.received());
            }
        }
        try {
            store(received);
        } catch (InterruptedException e) {
            // The bot stops. There is no poll after this one, so Telegram still has the updates.
            Thread.currentThread().interrupt();
        }
    }

    private void store(List<Inbox.Received> received) throws InterruptedException {
        for (int failures = 1; !received.isEmpty(); failures++) {
            try {
                inbox.add(bot, received, clock.instant());
                LOG.info("event=updates-stored count={}", received.size());
                stored.ring();
                return;
            } catch (RuntimeException e) {
                Duration pause = GrowingPause.after(failures, GrowingPause.CEILING);
                LOG.error("event=updates-not-stored count={} failures={} {}", received.size(), failures, Failure.of(e));
                Thread.sleep(pause);
            }
        }
    }
}
