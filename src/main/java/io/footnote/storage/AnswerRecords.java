package io.footnote.storage;

import io.footnote.answer.Abstained;
import io.footnote.answer.AnswerLog;
import io.footnote.answer.AnswerTrace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answer log in the database. Safe for any number of threads. */
public final class AnswerRecords implements AnswerLog {
    /** @param database an open database, which stays the caller's to close */
    public AnswerRecords(Database database) {}

    /** @throws StorageException when it could not be kept, or an answer of that id is in the log already */
    @Override
    public void record(AnswerTrace trace) {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * The trace of that id, or of the only id that starts so; nothing when there is none.
     *
     * @throws StorageException when several ids start so, or the database cannot be read
     */
    public Optional<AnswerTrace> find(String idOrUniquePrefix) {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * The entries that pass the filter, newest first.
     *
     * @throws StorageException when the database cannot be read
     */
    public List<Entry> list(Filter filter) {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * Figures over the whole log.
     *
     * @throws StorageException when the database cannot be read
     */
    public Stats stats() {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * An answer as a line of the log. Immutable.
     *
     * @param id the trace's id
     * @param askedAt when it was asked, to the millisecond
     * @param question what was asked
     * @param articleIds the articles it was asked about
     * @param reason why there is no answer, or null when there is one
     * @param engine who drafted it
     * @param fallback why the embedded drafter stood in, or null
     * @param confidence the probability that the article answers, in [0, 1]
     * @param lowestScore the score of the weakest statement shown, in [0, 1]; null for an abstention
     * @param took from the question to the answer, to the millisecond
     */
    public record Entry(
            String id,
            Instant askedAt,
            String question,
            List<String> articleIds,
            Abstained.@Nullable Reason reason,
            String engine,
            @Nullable String fallback,
            double confidence,
            @Nullable Double lowestScore,
            Duration took) {

        /** Makes the list immutable. */
        public Entry {
            articleIds = List.copyOf(articleIds);
        }

        /** Whether it was answered rather than refused. */
        public boolean answered() {
            return reason == null;
        }
    }

    /**
     * Which entries to list. Immutable; every component but the limit may be null, which lets everything through.
     *
     * @param answered only the answered (true) or the refused (false)
     * @param reason only those refused for this reason
     * @param articleId only those about this article
     * @param since only those asked at or after this time
     * @param until only those asked before this time
     * @param after only those that come after this entry in the listing: the last of the page before
     * @param limit how many at the most, 1 to {@value #MAX_LIMIT}; more is taken as {@value #MAX_LIMIT}
     */
    public record Filter(
            @Nullable Boolean answered,
            Abstained.@Nullable Reason reason,
            @Nullable String articleId,
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable Entry after,
            int limit) {
        /** The longest page. */
        public static final int MAX_LIMIT = 1_000;

        /** @throws IllegalArgumentException when {@code limit} is below 1 */
        public Filter {
            if (limit < 1) {
                throw new IllegalArgumentException("limit must be at least 1, got " + limit);
            }
            limit = Math.min(limit, MAX_LIMIT);
        }

        /** The newest entries of all kinds. */
        public static Filter newest(int limit) {
            return new Filter(null, null, null, null, null, null, limit);
        }

        /** The same, for the page after the one that ends with {@code last}. */
        public Filter after(Entry last) {
            return new Filter(answered, reason, articleId, since, until, last, limit);
        }
    }

    /**
     * Figures over the log. Immutable.
     *
     * @param answers how many entries there are
     * @param answered how many of them have an answer
     * @param abstained how many were refused, by reason; reasons that never occurred are absent
     * @param fallbacks in how many the embedded drafter stood in
     * @param medianMillis the median time to an answer, by nearest rank; null when the log is empty
     * @param p95Millis the 95th percentile of it, by nearest rank; null when the log is empty
     * @param meanConfidence the mean confidence, in [0, 1]; null when the log is empty
     * @param first when the oldest was asked; null when the log is empty
     * @param last when the newest was asked; null when the log is empty
     */
    public record Stats(
            long answers,
            long answered,
            Map<Abstained.Reason, Long> abstained,
            long fallbacks,
            @Nullable Long medianMillis,
            @Nullable Long p95Millis,
            @Nullable Double meanConfidence,
            @Nullable Instant first,
            @Nullable Instant last) {

        /** Makes the map immutable. */
        public Stats {
            abstained = Map.copyOf(abstained);
        }
    }
}
