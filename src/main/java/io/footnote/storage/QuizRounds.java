package io.footnote.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Rounds of questions in chats, what was asked in them and how it was answered. Thread-safe. */
public final class QuizRounds {
    private static final String PLACE = "quiz_round";
    private static final String NAME_PLACE = "quiz_attempt";
    private static final String ASKED =
            "select id, round_id, item_id, position, correct, asked_at, sent_at, poll_id, message_id from quiz_asked ";

    private final Database database;
    private final PersonalData personal;
    private final long bot;

    /** @param database an open database, which stays the caller's to close */
    public QuizRounds(Database database, PersonalData personal, long bot) {
        this.database = database;
        this.personal = personal;
        this.bot = bot;
    }

    /**
     * A round of questions.
     *
     * @param chat Telegram's id of the chat
     * @param person Telegram's id of whose it is, 0 for a group's
     * @param starter Telegram's id of who began it
     * @param topic the topic of the group, or null
     * @param language what the bot speaks in it
     * @param typed whether answers are typed, instead of chosen in polls
     * @param due whether it is about what is due
     * @param items the ids of the items, in the order in which they are asked; at least one
     * @param startedAt when it began
     */
    public record Round(
            String id,
            long chat,
            long person,
            long starter,
            @Nullable Integer topic,
            String language,
            boolean typed,
            boolean due,
            List<String> items,
            Instant startedAt) {
        /** @throws IllegalArgumentException when there is nothing to ask */
        public Round {
            items = List.copyOf(items);
            if (items.isEmpty()) {
                throw new IllegalArgumentException("items must not be empty");
            }
        }

        /** Whether everybody in the chat plays, against the clock. */
        public boolean inGroup() {
            return person == 0;
        }
    }

    /**
     * An item asked in a round.
     *
     * @param position which one of the round, from 0
     * @param correct the index of the right option as it was asked, or null where that was not kept
     * @param sentAt when Telegram took it, or null while it waits
     * @param pollId Telegram's id of the poll, or null while it waits or where it is none
     * @param messageId the number of the message, or null while it waits
     */
    public record Asked(
            String id,
            String roundId,
            String itemId,
            int position,
            @Nullable Integer correct,
            Instant askedAt,
            @Nullable Instant sentAt,
            @Nullable String pollId,
            @Nullable Long messageId) {}

    /**
     * Begins a round.
     *
     * @return false when one is going on in the chat already; nothing is stored then
     * @throws StorageException when that could not be stored
     */
    public boolean begin(Round round) {
        int[] added = new int[1];
        database.write(handle -> added[0] = handle.createUpdate("""
            insert into quiz_round (id, bot, chat, person, typed, state_sealed, started_at)
            select :id, :bot, :chat, :person, :typed, :state, :at
            where not exists (select 1 from quiz_round
                where bot = :bot and chat = :chat and ended_at is null)\
            """)
                .bind("id", round.id())
                .bind("bot", bot)
                .bind("chat", personal.pseudonym(round.chat()))
                .bind("person", personal.pseudonym(round.person()))
                .bind("typed", round.typed() ? 1 : 0)
                .bind("state", personal.seal(Json.write(round), PLACE))
                .bind("at", round.startedAt().toEpochMilli())
                .execute());
        return added[0] == 1;
    }

    /** The round that goes on in a chat. @throws StorageException when the database cannot be read */
    public Optional<Round> open(long chat) {
        return database.read(handle -> handle.createQuery(
                        "select state_sealed from quiz_round where bot = :bot and chat = :chat and ended_at is null")
                .bind("bot", bot)
                .bind("chat", personal.pseudonym(chat))
                .map(this::round)
                .findOne());
    }

    /** The round with that id, ended or not. @throws StorageException when the database cannot be read */
    public Optional<Round> find(String id) {
        return database.read(handle -> handle.createQuery("select state_sealed from quiz_round where id = :id")
                .bind("id", id)
                .map(this::round)
                .findOne());
    }

    /**
     * The rounds in which the next question is to come by now.
     *
     * @throws StorageException when the database cannot be read
     */
    public List<Round> waiting(Instant now) {
        return database.read(handle -> handle.createQuery("""
            select state_sealed from quiz_round
            where bot = :bot and ended_at is null and next_at <= :now order by next_at\
            """)
                .bind("bot", bot)
                .bind("now", now.toEpochMilli())
                .map(this::round)
                .list());
    }

    private Round round(java.sql.ResultSet row, StatementContext context) throws java.sql.SQLException {
        String json = personal.open(row.getString("state_sealed"), PLACE)
                .orElseThrow(() -> new StorageException(
                        "A quiz was begun under another privacy.key: use that key, or end the quiz.", false, null));
        return Json.read(json, Round.class, "round of a quiz");
    }

    /** Ends a round; whether it went on until now. @throws StorageException when that could not be stored */
    public boolean end(String id, Instant at) {
        int[] ended = new int[1];
        database.write(handle -> ended[0] = handle.createUpdate(
                        "update quiz_round set ended_at = :at, next_at = null where id = :id and ended_at is null")
                .bind("id", id)
                .bind("at", at.toEpochMilli())
                .execute());
        return ended[0] == 1;
    }

    /**
     * Notes that an item is asked; nothing where that place of the round was asked already.
     *
     * @param nextAt when the next question of a timed round comes, or null
     * @throws StorageException when that could not be stored
     */
    public void ask(Asked asked, @Nullable Instant nextAt) {
        database.write(handle -> {
            handle.createUpdate("""
                insert into quiz_asked (id, round_id, item_id, position, correct, asked_at)
                values (:id, :round, :item, :position, :correct, :at) on conflict (round_id, position) do nothing\
                """)
                    .bind("id", asked.id())
                    .bind("round", asked.roundId())
                    .bind("item", asked.itemId())
                    .bind("position", asked.position())
                    .bind("correct", asked.correct())
                    .bind("at", asked.askedAt().toEpochMilli())
                    .execute();
            handle.createUpdate("update quiz_round set next_at = :next where id = :round")
                    .bind("next", nextAt == null ? null : nextAt.toEpochMilli())
                    .bind("round", asked.roundId())
                    .execute();
        });
    }

    /** What was asked in a round, in order. @throws StorageException when the database cannot be read */
    public List<Asked> asked(String roundId) {
        return database.read(handle -> handle.createQuery(ASKED + "where round_id = :round order by position")
                .bind("round", roundId)
                .map(QuizRounds::asked)
                .list());
    }

    /** What was asked by a poll. @throws StorageException when the database cannot be read */
    public Optional<Asked> askedByPoll(String pollId) {
        return database.read(handle -> handle.createQuery(ASKED + "where poll_id = :poll")
                .bind("poll", pollId)
                .map(QuizRounds::asked)
                .findFirst());
    }

    /** What was asked by that id. @throws StorageException when the database cannot be read */
    public Optional<Asked> askedAs(String id) {
        return database.read(handle -> handle.createQuery(ASKED + "where id = :id")
                .bind("id", id)
                .map(QuizRounds::asked)
                .findOne());
    }

    private static Asked asked(java.sql.ResultSet row, StatementContext context) throws java.sql.SQLException {
        long sent = row.getLong("sent_at");
        Instant sentAt = row.wasNull() ? null : Instant.ofEpochMilli(sent);
        long message = row.getLong("message_id");
        Long messageId = row.wasNull() ? null : message;
        int correct = row.getInt("correct");
        Integer right = row.wasNull() ? null : correct;
        return new Asked(
                row.getString("id"),
                row.getString("round_id"),
                row.getString("item_id"),
                row.getInt("position"),
                right,
                Instant.ofEpochMilli(row.getLong("asked_at")),
                sentAt,
                row.getString("poll_id"),
                messageId);
    }

    /**
     * Whether the call that asks it was never put into the outbox, so that it must be made again.
     *
     * @throws StorageException when the database cannot be read
     */
    public boolean lost(Asked asked) {
        return asked.sentAt() == null
                && database.read(handle -> handle.createQuery("select count(*) from outbox where answer_id = :id")
                                .bind("id", asked.id())
                                .mapTo(Integer.class)
                                .one())
                        == 0;
    }

    /**
     * A reader's round whose last question does not come.
     *
     * @param reason why it was given up, as the outbox has it; null where it never got there
     */
    public record Stuck(Round round, @Nullable String reason) {}

    /**
     * The readers' rounds whose last question was given up while it was sent, or was asked before that time and never put
     * into the outbox.
     *
     * @throws StorageException when the database cannot be read
     */
    public List<Stuck> stuck(Instant before) {
        return database.read(handle -> handle.createQuery("""
            select r.state_sealed, o.reason
            from quiz_round r join quiz_asked q on q.round_id = r.id left join outbox o on o.answer_id = q.id
            where r.bot = :bot and r.ended_at is null and r.next_at is null
                and q.position = (select max(position) from quiz_asked where round_id = r.id)
                and q.sent_at is null and (o.state = 'dead' or o.id is null and q.asked_at < :before)
            order by r.started_at, r.id\
            """)
                .bind("bot", bot)
                .bind("before", before.toEpochMilli())
                .map((row, context) -> new Stuck(round(row, context), row.getString("reason")))
                .list());
    }

    /** Whether a person has answered that. @throws StorageException when the database cannot be read */
    public boolean answered(String askedId, long person) {
        return database.read(handle -> handle.createQuery(
                                "select count(*) from quiz_attempt where asked_id = :asked and person = :person")
                        .bind("asked", askedId)
                        .bind("person", personal.pseudonym(person))
                        .mapTo(Integer.class)
                        .one())
                > 0;
    }

    /**
     * How a person did in a round.
     *
     * @param name how the group calls them, empty where that is not kept
     * @param right how many answers were right
     * @param answered how many were given
     * @param millis the time of the right ones
     */
    public record Standing(String name, int right, int answered, long millis) {}

    /** Those who answered, the best first. @throws StorageException when the database cannot be read */
    public List<Standing> standings(String roundId) {
        return database.read(handle -> handle.createQuery("""
            select max(a.name_sealed) as name, sum(a.correct) as won, count(*) as answered,
                sum(a.correct * a.millis) as millis
            from quiz_attempt a join quiz_asked q on q.id = a.asked_id
            where q.round_id = :round group by a.person
            order by won desc, millis, a.person\
            """)
                .bind("round", roundId)
                .map((row, context) -> {
                    String stored = row.getString("name");
                    return new Standing(
                            stored == null
                                    ? ""
                                    : personal.open(stored, NAME_PLACE).orElse(""),
                            row.getInt("won"),
                            row.getInt("answered"),
                            row.getLong("millis"));
                })
                .list());
    }

    /**
     * The ids of the items that reached a person in a round and were answered wrongly or not at all.
     *
     * @throws StorageException when the database cannot be read
     */
    public List<String> missed(String roundId, long person) {
        return database.read(handle -> handle.createQuery("""
            select q.item_id from quiz_asked q
            left join quiz_attempt a on a.asked_id = q.id and a.person = :person
            where q.round_id = :round and coalesce(a.correct, 0) = 0
                and (q.sent_at is not null or a.correct is not null) order by q.position\
            """)
                .bind("round", roundId)
                .bind("person", personal.pseudonym(person))
                .mapTo(String.class)
                .list());
    }

    /** What a name is sealed for. */
    static String namePlace() {
        return NAME_PLACE;
    }
}
