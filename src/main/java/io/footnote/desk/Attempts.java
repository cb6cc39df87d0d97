package io.footnote.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts who tried links that were not good, so that guessing ends early. Safe for any number of threads. */
final class Attempts {
    /** How many links that are not good an address may try within {@link #WINDOW}. */
    static final int MAX = 10;

    /** After which time without a new address's first attempt they are forgotten. */
    static final Duration WINDOW = Duration.ofMinutes(5);

    private static final int MAX_ADDRESSES = 10_000;

    private final Cache<String, AtomicInteger> failed;

    Attempts(InstantSource clock) {
        Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        failed = Caffeine.newBuilder()
                .maximumSize(MAX_ADDRESSES)
                .expireAfterWrite(WINDOW)
                .ticker(ticker)
                .build();
    }

    /** @throws Refusal when the address tried too often */
    void check(String address) {
        AtomicInteger count = failed.getIfPresent(address);
        if (count != null && count.get() >= MAX) {
            throw new Refusal(
                    429, "Too many links that are not good came from here: wait five minutes, then ask for a new one.");
        }
    }

    void failed(String address) {
        failed.get(address, unknown -> new AtomicInteger()).incrementAndGet();
    }
}
