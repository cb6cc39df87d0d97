package io.footnote;

import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens parts of the program and notes how long that took. */
final class Opening {
    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    private Opening() {}

    static <T> T timed(String part, Supplier<T> opening) {
        long started = System.nanoTime();
        T opened = opening.get();
        LOG.debug("opened part={} millis={}", part, (System.nanoTime() - started) / 1_000_000);
        return opened;
    }
}
