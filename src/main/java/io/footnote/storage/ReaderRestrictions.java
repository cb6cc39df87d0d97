package io.footnote.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Readers whom the bot does not answer, by the keyed hashes of their ids. Safe for any number of threads and processes. */
public final class ReaderRestrictions {
    /** The longest reason, in UTF-16 units. */
    public static final int MAX_REASON = 500;

    /** How many are listed at the most; the newest ones. */
    public static final int MAX_LISTED = 500;

    private static final String COLUMNS = "person, kind, reason, until, moderator, at";

    private final Database database;
    private final InstantSource clock;

    /** @param database an open database, which stays the caller's to close */
    public ReaderRestrictions(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What a reader may not do. */
    public enum Kind {
        /** Ask, for a while. */
        MUTED,
        /** Ask, until somebody lifts it. */
        BLOCKED;

        private String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A reader who may not ask.
     *
     * @param person the keyed hash of the reader's id
     * @param kind what they may not do
     * @param reason why, 1 to {@value #MAX_REASON} UTF-16 units
     * @param until when it ends by itself, to the millisecond; null where it does not
     * @param moderator the Telegram user id of who decided it
     * @param at when, to the millisecond
     */
    public record Restriction(
            long person, Kind kind, String reason, @Nullable Instant until, long moderator, Instant at) {

        /** @throws IllegalArgumentException when the reason is empty or too long */
        public Restriction {
            if (reason.isBlank() || reason.length() > MAX_REASON) {
                throw new IllegalArgumentException("reason must have 1 to " + MAX_REASON + " characters");
            }
        }
    }

    /** Who asked for an answer, as a keyed hash; nothing where no reader in Telegram did. */
    public Optional<Long> askerOf(String answerId) {
        return database.read(
                handle -> handle.createQuery("select person from exchange where answer_id = :id and person <> 0")
                        .bind("id", answerId)
                        .mapTo(Long.class)
                        .findOne());
    }

    /** The restriction of a reader that holds now, or nothing. */
    public Optional<Restriction> of(long person) {
        return database.read(handle -> handle.createQuery("select " + COLUMNS
                        + " from reader_restriction where person = :person and (until is null or until > :now)")
                .bind("person", person)
                .bind("now", clock.millis())
                .map(ReaderRestrictions::restriction)
                .findOne());
    }

    /** Those that hold now, the newest first. */
    public List<Restriction> all() {
        return database.read(handle -> handle.createQuery("select " + COLUMNS
                        + " from reader_restriction where until is null or until > :now"
                        + " order by at desc, person limit :limit")
                .bind("now", clock.millis())
                .bind("limit", MAX_LISTED)
                .map(ReaderRestrictions::restriction)
                .list());
    }

    /** From now on it holds, in place of an earlier one. */
    public void restrict(Restriction restriction) {
        Instant until = restriction.until();
        database.write(handle -> handle.createUpdate("insert into reader_restriction (" + COLUMNS + """
            ) values (:person, :kind, :reason, :until, :moderator, :at)
            on conflict (person) do update set kind = excluded.kind, reason = excluded.reason,
                until = excluded.until, moderator = excluded.moderator, at = excluded.at\
            """)
                .bind("person", restriction.person())
                .bind("kind", restriction.kind().column())
                .bind("reason", AnswerRecords.printable(restriction.reason()))
                .bind("until", until == null ? null : until.toEpochMilli())
                .bind("moderator", restriction.moderator())
                .bind("at", restriction.at().toEpochMilli())
                .execute());
    }

    /** The reader may ask again. */
    public void lift(long person) {
        database.write(handle -> handle.createUpdate("delete from reader_restriction where person = :person")
                .bind("person", person)
                .execute());
    }

    private static Restriction restriction(ResultSet row, StatementContext context) throws SQLException {
        long until = row.getLong("until");
        boolean ends = !row.wasNull();
        return new Restriction(
                row.getLong("person"),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                ends ? Instant.ofEpochMilli(until) : null,
                row.getLong("moderator"),
                Instant.ofEpochMilli(row.getLong("at")));
    }
}
