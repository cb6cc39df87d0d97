package io.footnote.storage;

import io.footnote.storage.LogQuery.Period;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Of what the log holds few entries. They are quickest all read and sorted; where there are more, a page of them is soon
 * full when one goes through the log in the order asked for. For one thread.
 */
final class LogCounts {
    /** At a million entries, about as many are passed in an order until a page is full as are read here at the most. */
    static final int FEW = 5_000;

    private final Handle handle;
    private final int few;

    /** @param few how many are few */
    LogCounts(Handle handle, int few) {
        this.handle = handle;
        this.few = few;
    }

    /** Whether the stretch of time has a beginning and holds few. */
    boolean few(Period period) {
        if (period.since() == null) {
            return false;
        }
        long until = period.until() == null ? Long.MAX_VALUE : AnswerRecords.firstSequence(period.until());
        return few(counted("a.sequence >= :since and a.sequence < :until")
                .bind("since", AnswerRecords.firstSequence(period.since()))
                .bind("until", until));
    }

    /**
     * Whether few have the value.
     *
     * @param column one that an index begins with
     */
    boolean few(String column, String value) {
        return few(counted("a." + column + " = :value").bind("value", value));
    }

    private Query counted(String condition) {
        return handle.createQuery(
                "select count(*) from (select 1 from answer a where " + condition + " limit :limit) those");
    }

    private boolean few(Query counted) {
        return counted.bind("limit", few + 1).mapTo(Integer.class).one() <= few;
    }
}
