package io.footnote.storage;

import java.time.Instant;
import java.util.List;

/** Forgets old answers, with all that hangs on them. Safe for any number of threads. */
public final class LogRetention {
    /** How many answers one transaction removes, so that others can write in between. */
    static final int BATCH = 500;

    private final Database database;

    /** @param database an open database, which stays the caller's to close */
    public LogRetention(Database database) {
        this.database = database;
    }

    /**
     * Removes the answers asked before a time, with their traces, reviews and words in the text index, and leaves nothing
     * of them in the files of an embedded database. Corrections stay, because they are the editors' and are served; so
     * does the audit trail.
     *
     * @return how many there were
     */
    public long purge(Instant before) {
        long[] removed = new long[1];
        int[] batch = new int[1];
        do {
            database.write(handle -> {
                List<Long> old = handle.createQuery(
                                "select sequence from answer where sequence < :before order by sequence limit :batch")
                        .bind("before", AnswerRecords.firstSequence(before))
                        .bind("batch", BATCH)
                        .mapTo(Long.class)
                        .list();
                batch[0] = old.size();
                if (!old.isEmpty()) {
                    handle.createUpdate("delete from answer where sequence in (<old>)")
                            .bindList("old", old)
                            .execute();
                }
            });
            removed[0] += batch[0];
        } while (batch[0] == BATCH);
        if (removed[0] > 0) {
            database.scrub();
        }
        return removed[0];
    }
}
