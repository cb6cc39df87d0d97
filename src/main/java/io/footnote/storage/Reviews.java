package io.footnote.storage;

import io.footnote.storage.Review.Decision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * The moderators' verdicts, and the queue of what nobody has judged yet. A moderator has one standing verdict on an
 * entry; a new one takes the place of the old, which is kept as withdrawn. Safe for any number of threads and processes.
 */
public final class Reviews {
    /** How long an entry of the queue is kept for the moderator it was given to. */
    public static final Duration LEASE = Duration.ofMinutes(10);

    /** So many entries that wait are counted; more are more. */
    public static final int MAX_COUNTED = 1_000;

    private static final String COLUMNS = "answer_id, moderator, decision, note, reviewed_at";

    private final Database database;
    private final InstantSource clock;

    /** @param database an open database, which stays the caller's to close */
    public Reviews(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Keeps a verdict in place of the same moderator's earlier one, and ends the lease on the entry. */
    public void save(Review review) {
        database.write(handle -> {
            withdraw(handle, review.answerId(), review.moderator());
            handle.createUpdate("insert into review (" + COLUMNS + ") values (:id, :moderator, :decision, :note, :at)")
                    .bind("id", review.answerId())
                    .bind("moderator", review.moderator())
                    .bind("decision", review.decision().column())
                    .bind("note", AnswerRecords.printable(review.note()))
                    .bind("at", review.at().toEpochMilli())
                    .execute();
            count(handle, review.answerId());
            release(handle, review.answerId(), review.moderator());
        });
    }

    /** Takes a moderator's verdict on an entry back. @return whether there was one */
    public boolean withdraw(String answerId, long moderator) {
        boolean[] any = new boolean[1];
        database.write(handle -> {
            any[0] = withdraw(handle, answerId, moderator) > 0;
            count(handle, answerId);
        });
        return any[0];
    }

    private int withdraw(Handle handle, String answerId, long moderator) {
        return handle.createUpdate("""
            update review set withdrawn_at = :now
            where answer_id = :id and moderator = :moderator and withdrawn_at is null\
            """)
                .bind("now", clock.millis())
                .bind("id", answerId)
                .bind("moderator", moderator)
                .execute();
    }

    private static void count(Handle handle, String answerId) {
        handle.createUpdate("""
            update answer set reviews = (select count(*) from review
                where review.answer_id = answer.id and withdrawn_at is null)
            where id = :id\
            """).bind("id", answerId).execute();
    }

    /** The standing verdicts on an entry, oldest first. */
    public List<Review> of(String answerId) {
        return database.read(handle -> handle.createQuery("select " + COLUMNS
                        + " from review where answer_id = :id and withdrawn_at is null order by reviewed_at, id")
                .bind("id", answerId)
                .map(Reviews::review)
                .list());
    }

    /** Every standing verdict, oldest first, one after the other. */
    public void forEach(Consumer<Review> each) {
        database.read(handle -> {
            handle.createQuery("select " + COLUMNS + " from review where withdrawn_at is null order by reviewed_at, id")
                    .map(Reviews::review)
                    .forEach(each);
            return null;
        });
    }

    /** The moderator's newest standing verdict: what undoing takes back. */
    public Optional<Review> lastOf(long moderator) {
        return database.read(handle -> handle.createQuery("select " + COLUMNS + """
             from review where moderator = :moderator and withdrawn_at is null
            order by reviewed_at desc, id desc limit 1\
            """)
                .bind("moderator", moderator)
                .map(Reviews::review)
                .findOne());
    }

    /**
     * The most doubtful entry that nobody has judged and nobody else is looking at, kept for this moderator for
     * {@link #LEASE}. Asked again, the same moderator gets the same entry until it is judged or passed over.
     *
     * @param passed an entry that the moderator does not want to judge now, or empty
     */
    public Optional<String> next(long moderator, String passed) {
        @Nullable String[] next = new @Nullable String[1];
        long now = clock.millis();
        database.write(handle -> {
            handle.createUpdate("delete from review_lease where until < :now or (moderator = :moderator and answer_id ="
                            + " :passed)")
                    .bind("now", now)
                    .bind("moderator", moderator)
                    .bind("passed", passed)
                    .execute();
            next[0] = leased(handle, moderator)
                    .or(() -> mostDoubtful(handle, passed))
                    .orElse(null);
            if (next[0] != null) {
                handle.createUpdate("""
                    insert into review_lease (answer_id, moderator, until) values (:id, :moderator, :until)
                    on conflict (answer_id) do update set until = excluded.until
                    where review_lease.moderator = excluded.moderator\
                    """)
                        .bind("id", next[0])
                        .bind("moderator", moderator)
                        .bind("until", now + LEASE.toMillis())
                        .execute();
            }
        });
        return Optional.ofNullable(next[0]);
    }

    private static Optional<String> leased(Handle handle, long moderator) {
        return handle.createQuery("select a.id from review_lease l join answer a on a.id = l.answer_id"
                        + " where l.moderator = :moderator and coalesce(a.reviews, 0) = 0"
                        + " order by a.doubt desc, a.sequence desc limit 1")
                .bind("moderator", moderator)
                .mapTo(String.class)
                .findOne();
    }

    private static Optional<String> mostDoubtful(Handle handle, String passed) {
        return handle.createQuery("select a.id from answer a where a.reviews = 0 and a.id <> :passed"
                        + " and not exists (select 1 from review_lease l where l.answer_id = a.id)"
                        + " order by a.doubt desc, a.sequence desc limit 1")
                .bind("passed", passed)
                .mapTo(String.class)
                .findOne();
    }

    private static void release(Handle handle, String answerId, long moderator) {
        handle.createUpdate("delete from review_lease where answer_id = :id and moderator = :moderator")
                .bind("id", answerId)
                .bind("moderator", moderator)
                .execute();
    }

    /** How many entries nobody has judged; {@value #MAX_COUNTED} and one more stands for more. */
    public long waiting() {
        return database.read(handle -> handle.createQuery(
                        "select count(*) from (select 1 from answer where reviews = 0 limit :most) waiting")
                .bind("most", MAX_COUNTED + 1)
                .mapTo(Long.class)
                .one());
    }

    private static Review review(ResultSet row, StatementContext context) throws SQLException {
        return new Review(
                row.getString("answer_id"),
                row.getLong("moderator"),
                Decision.of(row.getString("decision")),
                row.getString("note"),
                Instant.ofEpochMilli(row.getLong("reviewed_at")));
    }
}
