package io.footnote.storage;

import io.footnote.answer.Abstained.Reason;
import io.footnote.storage.Exchanges.Opinion;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer as a line of the moderators' log. Immutable.
 *
 * @param id the trace's id
 * @param sequence its place in time
 * @param askedAt when it was asked, to the millisecond
 * @param question what was asked
 * @param reason why there is no answer, or null when there is one
 * @param engine who drafted it
 * @param fallback why the embedded drafter stood in, or null
 * @param confidence the probability that the article answers, in [0, 1]
 * @param lowestScore the score of the weakest statement shown, in [0, 1]; null for an abstention
 * @param took from the question to the answer, to the millisecond
 * @param doubt how much it is in need of a look, in [0, 1]
 * @param reviews how many reviews of it stand
 * @param cost what its model calls cost, in millionths of a US dollar
 * @param opinion what a reader said of it last, or null
 */
public record LogEntry(
        String id,
        long sequence,
        Instant askedAt,
        String question,
        @Nullable Reason reason,
        String engine,
        @Nullable String fallback,
        double confidence,
        @Nullable Double lowestScore,
        Duration took,
        double doubt,
        int reviews,
        long cost,
        @Nullable Opinion opinion) {

    /** Whether it was answered rather than refused. */
    public boolean answered() {
        return reason == null;
    }

    /** Where a page that ends with this entry ended. */
    LogQuery.Cursor cursor(LogQuery.Order order) {
        return new LogQuery.Cursor(
                switch (order) {
                    case NEWEST -> 0;
                    case DOUBT -> doubt;
                    case SLOWEST -> took.toMillis();
                    case COST -> cost;
                },
                sequence);
    }
}
