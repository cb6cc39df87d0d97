package io.footnote.storage;

import io.footnote.quiz.Schedule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** What readers have answered and learned, and when they want to be reminded. Thread-safe. */
public final class Learners {
    private static final String PLACE = "quiz_reminder";

    private final Database database;
    private final PersonalData personal;
    private final long bot;

    /** @param database an open database, which stays the caller's to close */
    public Learners(Database database, PersonalData personal, long bot) {
        this.database = database;
        this.personal = personal;
        this.bot = bot;
    }

    /**
     * An answer to an item.
     *
     * @param askedId what was asked
     * @param person Telegram's id
     * @param choice the option's index, or null for a typed answer
     * @param millis from the moment it was shown, at least 0
     * @param name how the group calls the person, or null where that need not be kept
     */
    public record Attempt(
            String askedId,
            long person,
            String itemId,
            String fact,
            String articleId,
            @Nullable Integer choice,
            boolean right,
            long millis,
            Instant at,
            @Nullable String name) {}

    /**
     * Keeps an answer and the schedule that follows from it, in one transaction.
     *
     * @param next the schedule after the one before, which is null where the fact was never answered
     * @return false when this person has answered that already; nothing is changed then
     * @throws StorageException when that could not be stored
     */
    public boolean record(Attempt attempt, UnaryOperator<@Nullable Schedule> next) {
        boolean[] recorded = new boolean[1];
        long person = personal.pseudonym(attempt.person());
        String name = attempt.name();
        database.write(handle -> {
            recorded[0] = handle.createUpdate("""
                insert into quiz_attempt (asked_id, person, item_id, fact, article_id, choice, correct,
                    millis, at, name_sealed)
                values (:asked, :person, :item, :fact, :article, :choice, :correct, :millis, :at, :name)
                on conflict (asked_id, person) do nothing\
                """)
                            .bind("asked", attempt.askedId())
                            .bind("person", person)
                            .bind("item", attempt.itemId())
                            .bind("fact", attempt.fact())
                            .bind("article", attempt.articleId())
                            .bind("choice", attempt.choice())
                            .bind("correct", attempt.right() ? 1 : 0)
                            .bind("millis", attempt.millis())
                            .bind("at", attempt.at().toEpochMilli())
                            .bind("name", name == null ? null : personal.seal(name, QuizRounds.namePlace()))
                            .execute()
                    == 1;
            if (recorded[0]) {
                Schedule after = next.apply(stored(handle, person, attempt.fact()));
                if (after != null) {
                    save(handle, person, attempt, after);
                }
            }
        });
        return recorded[0];
    }

    private static @Nullable Schedule stored(Handle handle, long person, String fact) {
        return handle.createQuery("select * from quiz_schedule where person = :person and fact = :fact")
                .bind("person", person)
                .bind("fact", fact)
                .map(Learners::schedule)
                .findOne()
                .orElse(null);
    }

    private static void save(Handle handle, long person, Attempt attempt, Schedule after) {
        handle.createUpdate("""
            insert into quiz_schedule (person, fact, article_id, phase, step, stability, difficulty,
                reviewed_at, due)
            values (:person, :fact, :article, :phase, :step, :stability, :difficulty, :reviewed, :due)
            on conflict (person, fact) do update set article_id = excluded.article_id,
                phase = excluded.phase, step = excluded.step, stability = excluded.stability,
                difficulty = excluded.difficulty, reviewed_at = excluded.reviewed_at, due = excluded.due\
            """)
                .bind("person", person)
                .bind("fact", attempt.fact())
                .bind("article", attempt.articleId())
                .bind("phase", after.phase().name())
                .bind("step", after.step())
                .bind("stability", after.stability())
                .bind("difficulty", after.difficulty())
                .bind("reviewed", after.reviewedAt().toEpochMilli())
                .bind("due", after.due().toEpochMilli())
                .execute();
    }

    private static Schedule schedule(java.sql.ResultSet row, StatementContext context) throws java.sql.SQLException {
        return new Schedule(
                Schedule.Phase.valueOf(row.getString("phase")),
                row.getInt("step"),
                row.getDouble("stability"),
                row.getDouble("difficulty"),
                Instant.ofEpochMilli(row.getLong("reviewed_at")),
                Instant.ofEpochMilli(row.getLong("due")));
    }

    /**
     * What a reader has learned of a fact.
     *
     * @param articleId the article it was last asked about
     */
    public record Learned(String fact, String articleId, Schedule schedule) {}

    /** Every fact of a reader, what is due first in front. @throws StorageException when the database cannot be read */
    public List<Learned> learned(long person) {
        return database.read(handle -> handle.createQuery(
                        "select * from quiz_schedule where person = :person order by due, fact")
                .bind("person", personal.pseudonym(person))
                .map((row, context) ->
                        new Learned(row.getString("fact"), row.getString("article_id"), schedule(row, context)))
                .list());
    }

    /**
     * An answer of a reader.
     *
     * @param articleId the article it was about
     */
    public record Answered(String articleId, boolean right, Instant at) {}

    /** The answers of a reader in order, the newest ones. @throws StorageException when the database cannot be read */
    public List<Answered> answered(long person, int most) {
        return database.read(handle -> handle.createQuery("""
            select article_id, correct, at from quiz_attempt where person = :person
            order by at desc, asked_id limit :most\
            """)
                        .bind("person", personal.pseudonym(person))
                        .bind("most", most)
                        .map((row, context) -> new Answered(
                                row.getString("article_id"),
                                row.getInt("correct") != 0,
                                Instant.ofEpochMilli(row.getLong("at"))))
                        .list())
                .reversed();
    }

    /**
     * A wish to be reminded.
     *
     * @param person Telegram's id, which is that of the private chat as well
     * @param hour the hour of the day, 0 to 23
     * @param zone the time zone that the hour is in, as {@code Europe/Berlin} or {@code UTC+03:00}
     * @param language what the bot speaks
     */
    public record Reminder(long person, int hour, String zone, String language) {}

    /** Reminds a reader from now on. @throws StorageException when that could not be stored */
    public void remind(Reminder reminder, Instant nextAt) {
        database.write(handle -> handle.createUpdate("""
            insert into quiz_reminder (person, bot, state_sealed, next_at)
            values (:person, :bot, :state, :next)
            on conflict (person) do update set state_sealed = excluded.state_sealed,
                next_at = excluded.next_at\
            """)
                .bind("person", personal.pseudonym(reminder.person()))
                .bind("bot", bot)
                .bind("state", personal.seal(Json.write(reminder), PLACE))
                .bind("next", nextAt.toEpochMilli())
                .execute());
    }

    /** Reminds a reader no longer. @throws StorageException when that could not be stored */
    public void stopReminding(long person) {
        database.write(handle -> handle.createUpdate("delete from quiz_reminder where person = :person")
                .bind("person", personal.pseudonym(person))
                .execute());
    }

    /** What a reader wishes, if anything. @throws StorageException when the database cannot be read */
    public Optional<Reminder> reminder(long person) {
        return database.read(
                handle -> handle.createQuery("select state_sealed from quiz_reminder where person = :person")
                        .bind("person", personal.pseudonym(person))
                        .map((row, context) -> row.getString("state_sealed"))
                        .findOne()
                        .flatMap(this::opened));
    }

    /** Those to be reminded by now. @throws StorageException when the database cannot be read */
    public List<Reminder> toRemind(Instant now) {
        return database.read(handle -> handle
                .createQuery("""
                    select state_sealed from quiz_reminder where bot = :bot and next_at <= :now order by next_at\
                    """)
                .bind("bot", bot)
                .bind("now", now.toEpochMilli())
                .map((row, context) -> row.getString("state_sealed"))
                .stream()
                .flatMap(stored -> opened(stored).stream())
                .toList());
    }

    private Optional<Reminder> opened(String stored) {
        return personal.open(stored, PLACE).map(json -> Json.read(json, Reminder.class, "reminder"));
    }
}
