package io.footnote.storage;

import io.footnote.answer.Abstained.Reason;
import io.footnote.storage.Exchanges.Opinion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What to look for in the answer log. Immutable.
 *
 * @param period when they were asked
 * @param traits what they are like
 * @param text only those with these words, and phrases in quotation marks, in the question or the answer; null for all
 * @param order what comes first
 * @param after where the page before ended, or null for the first
 * @param limit how many at the most, 1 to {@value #MAX_LIMIT}
 */
public record LogQuery(
        Period period,
        Traits traits,
        @Nullable String text,
        Order order,
        @Nullable Cursor after,
        int limit) {
    /** The longest page. */
    public static final int MAX_LIMIT = 500;

    /** How many of the newest entries with the words searched for are sorted by anything but time. */
    public static final int MAX_FOUND = 500;

    /**
     * A stretch of time.
     *
     * @param since only what was asked at or after this time, or null
     * @param until only what was asked before this time, or null
     */
    public record Period(@Nullable Instant since, @Nullable Instant until) {
        /** Any time. */
        public static final Period ALWAYS = new Period(null, null);
    }

    /**
     * What entries are like; a component that is null lets everything through.
     *
     * @param articleId only those about this article
     * @param outcome how they ended
     * @param reason only those refused for this reason
     * @param scoreBelow only those whose weakest statement scored less, in [0, 1]
     * @param language only those about articles in this language, a BCP 47 tag
     * @param engine only those drafted by this engine
     * @param reviewed only those with (true) or without (false) a review
     * @param opinion only those of which a reader said this last
     * @param flag only those with this flag, such as {@code article.orders}
     */
    public record Traits(
            @Nullable String articleId,
            @Nullable Outcome outcome,
            @Nullable Reason reason,
            @Nullable Double scoreBelow,
            @Nullable String language,
            @Nullable String engine,
            @Nullable Boolean reviewed,
            @Nullable Opinion opinion,
            @Nullable String flag) {
        /** Any. */
        public static final Traits ANY = new Traits(null, null, null, null, null, null, null, null, null);

        /** @throws IllegalArgumentException when the score is outside [0, 1] */
        public Traits {
            if (scoreBelow != null && !(scoreBelow >= 0 && scoreBelow <= 1)) {
                throw new IllegalArgumentException("scoreBelow must be in [0, 1], got " + scoreBelow);
            }
        }

        /** The refused ones among those about an article. @param articleId or null for all */
        public static Traits refused(@Nullable String articleId) {
            return new Traits(articleId, Outcome.ABSTAINED, null, null, null, null, null, null, null);
        }
    }

    /** How an answer ended. */
    public enum Outcome {
        /** With an answer. */
        ANSWERED,
        /** With an abstention. */
        ABSTAINED,
        /** With the embedded drafter standing in, whether it answered or not. */
        FALLEN_BACK
    }

    /** What comes first. */
    public enum Order {
        /** The newest. */
        NEWEST("sequence"),
        /** The most doubtful. */
        DOUBT("doubt"),
        /** The slowest. */
        SLOWEST("millis"),
        /** Those whose model calls cost most. */
        COST("cost");

        private final String column;

        Order(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }

        /** Whether entries that are alike in it need their time to be told apart. */
        boolean hasTies() {
            return this != NEWEST;
        }

        /** The value as the column holds it: a whole number but for doubt, or no index is used. */
        Number stored(double value) {
            if (this == DOUBT) {
                return value;
            }
            return (long) value;
        }
    }

    /**
     * Where a page ended.
     *
     * @param value what the last entry was sorted by
     * @param sequence its place in time
     */
    public record Cursor(double value, long sequence) {}

    /** @throws IllegalArgumentException when the limit is out of its range */
    public LogQuery {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ", got " + limit);
        }
    }

    /** Everything, the newest first. */
    public static LogQuery newest(int limit) {
        return new LogQuery(Period.ALWAYS, Traits.ANY, null, Order.NEWEST, null, limit);
    }

    /** The same, for the page that begins after {@code cursor}. */
    public LogQuery after(@Nullable Cursor cursor) {
        return new LogQuery(period, traits, text, order, cursor, limit);
    }

    /** The same with pages of another length. */
    public LogQuery of(int entries) {
        return new LogQuery(period, traits, text, order, after, entries);
    }
}
