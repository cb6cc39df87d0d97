package io.footnote.storage;

import io.footnote.answer.Abstained.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What to look for in the answer log. Immutable; every component but the order and the limit may be null, which lets
 * everything through.
 *
 * @param since only those asked at or after this time
 * @param until only those asked before this time
 * @param articleId only those about this article
 * @param outcome how they ended
 * @param reason only those refused for this reason
 * @param scoreBelow only those whose weakest statement scored less, in [0, 1]
 * @param language only those about articles in this language, a BCP 47 tag
 * @param engine only those drafted by this engine
 * @param reviewed only those with (true) or without (false) a review
 * @param text only those with these words, and phrases in quotation marks, in the question or the answer
 * @param order what comes first
 * @param after where the page before ended
 * @param limit how many at the most, 1 to {@value #MAX_LIMIT}
 */
public record LogQuery(
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable String articleId,
        @Nullable Outcome outcome,
        @Nullable Reason reason,
        @Nullable Double scoreBelow,
        @Nullable String language,
        @Nullable String engine,
        @Nullable Boolean reviewed,
        @Nullable String text,
        Order order,
        @Nullable Cursor after,
        int limit) {
    /** The longest page. */
    public static final int MAX_LIMIT = 500;

    /** How many of the newest entries with the words searched for are sorted by anything but time. */
    public static final int MAX_FOUND = 5_000;

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
        SLOWEST("millis");

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
    }

    /**
     * Where a page ended.
     *
     * @param value what the last entry was sorted by
     * @param sequence its place in time
     */
    public record Cursor(double value, long sequence) {}

    /** @throws IllegalArgumentException when a component is out of its range */
    public LogQuery {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ", got " + limit);
        }
        if (scoreBelow != null && !(scoreBelow >= 0 && scoreBelow <= 1)) {
            throw new IllegalArgumentException("scoreBelow must be in [0, 1], got " + scoreBelow);
        }
    }

    /** Everything, the newest first. */
    public static LogQuery newest(int limit) {
        return new LogQuery(null, null, null, null, null, null, null, null, null, null, Order.NEWEST, null, limit);
    }

    /** The same in another order. */
    public LogQuery in(Order other) {
        return new LogQuery(
                since,
                until,
                articleId,
                outcome,
                reason,
                scoreBelow,
                language,
                engine,
                reviewed,
                text,
                other,
                after,
                limit);
    }

    /** The same, for the page that begins after {@code cursor}. */
    public LogQuery after(@Nullable Cursor cursor) {
        return new LogQuery(
                since,
                until,
                articleId,
                outcome,
                reason,
                scoreBelow,
                language,
                engine,
                reviewed,
                text,
                order,
                cursor,
                limit);
    }

    /** The same with pages of another length. */
    public LogQuery limit(int other) {
        return new LogQuery(
                since,
                until,
                articleId,
                outcome,
                reason,
                scoreBelow,
                language,
                engine,
                reviewed,
                text,
                order,
                after,
                other);
    }
}
