package io.footnote.telegram;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.telegram.telegrambots.longpolling.interfaces.BackOff;

/**
 * How long to wait before trying again: longer each time up to a ceiling, without end. The library's own has an end,
 * after which it waits a quarter of an hour. For one thread.
 */
final class GrowingPause implements BackOff {
    private static final Duration FIRST = Duration.ofMillis(250);

    /** The longest pause. */
    static final Duration CEILING = Duration.ofSeconds(10);

    private int failures;

    @Override
    public void reset() {
        failures = 0;
    }

    @Override
    public long nextBackOffMillis() {
        return after(++failures, CEILING).toMillis();
    }

    /**
     * The pause after so many failures in a row: doubled each time, then spread over its upper half so that many who
     * failed together do not come back together.
     *
     * @param failures at least 1
     */
    static Duration after(int failures, Duration ceiling) {
        long doubled = FIRST.toMillis() << Math.min(failures - 1, 20);
        long longest = Math.min(doubled, ceiling.toMillis());
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
    }
}
