package io.footnote.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Obeys "too many requests" for all calls together: Telegram does not say whether one chat or the whole bot was meant.
 * A longer wait than {@link #LONGEST} can only be a chat's own, and closes nothing here. Thread-safe.
 */
final class Gate {
    /** The longest time for which everything waits. */
    static final Duration LONGEST = Duration.ofMinutes(1);

    private final InstantSource clock;
    private Instant closedUntil = Instant.MIN;

    Gate(InstantSource clock) {
        this.clock = clock;
    }

    /** Lets nothing through for so long. */
    synchronized void close(Duration wait) {
        if (wait.compareTo(LONGEST) <= 0) {
            Instant until = clock.instant().plus(wait);
            closedUntil = until.isAfter(closedUntil) ? until : closedUntil;
        }
    }

    /** How long it stays closed; zero when it is open. */
    synchronized Duration wait(Instant now) {
        return closedUntil.isAfter(now) ? Duration.between(now, closedUntil) : Duration.ZERO;
    }

    boolean isOpen() {
        return wait(clock.instant()).isZero();
    }
}
