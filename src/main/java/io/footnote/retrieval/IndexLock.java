package io.footnote.retrieval;

import java.io.IOException;
import java.time.Duration;
import org.apache.lucene.store.LockObtainFailedException;

/** Waits for the lock of an index, which belongs to one process at a time. */
final class IndexLock {
    /** How long others may have it. */
    static final Duration WAIT = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private IndexLock() {}

    interface Taking<T> {
        T take() throws IOException;
    }

    /** Takes something that needs the lock of the index, when those who have it are done. */
    static <T> T inTurn(Taking<T> taking) throws IOException {
        long attempts = WAIT.dividedBy(PAUSE);
        for (long attempt = 1; ; attempt++) {
            try {
                return taking.take();
            } catch (LockObtainFailedException e) {
                if (attempt == attempts) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RetrievalException("Writing the index was interrupted; try again.", true, e);
        }
    }
}
