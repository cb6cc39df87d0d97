package io.footnote.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Who looked at personal data and who changed what, in the order in which it happened. Rows are only ever added: the
 * database itself refuses to change or delete one. Safe for any number of threads.
 */
public final class AuditTrail {
    /** The most rows that {@link #newest} hands out. */
    public static final int MAX_LIMIT = 500;

    private final Database database;
    private final InstantSource clock;

    /** @param database an open database, which stays the caller's to close */
    public AuditTrail(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What somebody did.
     *
     * @param action what was done, a few words
     * @param subject what it was done to, such as the id of an entry
     * @param before the state before as text, or null where there was none
     * @param after the state after as text, or null where there is none
     */
    public record Deed(
            String action,
            String subject,
            @Nullable String before,
            @Nullable String after) {

        /** Somebody looked. */
        public static Deed looked(String action, String subject) {
            return new Deed(action, subject, null, null);
        }
    }

    /**
     * A row of the trail.
     *
     * @param id grows with every row
     * @param at when it happened, to the millisecond
     * @param actor the Telegram user id of the moderator
     * @param deed what was done
     */
    public record Row(long id, Instant at, long actor, Deed deed) {}

    /**
     * Does something and writes it down in one transaction: neither is kept without the other.
     *
     * @param actor the Telegram user id of the moderator
     * @param work does it, through classes of this package, and says what was done
     * @return what was done
     */
    public Deed record(long actor, Supplier<Deed> work) {
        Deed[] done = new Deed[1];
        database.write(handle -> {
            done[0] = work.get();
            insert(handle, actor, done[0]);
        });
        return done[0];
    }

    private void insert(Handle handle, long actor, Deed deed) {
        handle.createUpdate("""
                        insert into audit (at, actor, action, subject, before_json, after_json)
                        values (:at, :actor, :action, :subject, :before, :after)""")
                .bind("at", clock.millis())
                .bind("actor", actor)
                .bind("action", deed.action())
                .bind("subject", AnswerRecords.printable(deed.subject()))
                .bind("before", deed.before() == null ? null : AnswerRecords.printable(deed.before()))
                .bind("after", deed.after() == null ? null : AnswerRecords.printable(deed.after()))
                .execute();
    }

    /**
     * The newest rows.
     *
     * @param before only rows older than the one of this id; null for the newest
     * @param limit how many at the most, 1 to {@value #MAX_LIMIT}
     */
    public List<Row> newest(@Nullable Long before, int limit) {
        return database.read(
                handle -> handle.createQuery("select id, at, actor, action, subject, before_json, after_json from audit"
                                + (before == null ? "" : " where id < :before") + " order by id desc limit :limit")
                        .bind("limit", Math.clamp(limit, 1, MAX_LIMIT))
                        .bindMap(before == null ? Map.of() : Map.of("before", before))
                        .map(AuditTrail::row)
                        .list());
    }

    private static Row row(ResultSet row, StatementContext context) throws SQLException {
        return new Row(
                row.getLong("id"),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getLong("actor"),
                new Deed(
                        row.getString("action"),
                        row.getString("subject"),
                        row.getString("before_json"),
                        row.getString("after_json")));
    }
}
