package io.footnote.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Which answer belongs to which question in which chat, what it follows, which messages show it and what readers thought
 * of it. Safe for any number of threads.
 */
public final class Exchanges {
    private static final String COLUMNS = "answer_id, asked_message, follows, at";

    private final Database database;
    private final PersonalData personal;
    private final long bot;

    /**
     * @param database an open database, which stays the caller's to close
     * @param bot whose chats they are
     */
    public Exchanges(Database database, PersonalData personal, long bot) {
        this.database = database;
        this.personal = personal;
        this.bot = bot;
    }

    /**
     * A question and its answer.
     *
     * @param answerId the answer's id in the log
     * @param askedMessage the number of the message that asked
     * @param follows the answer that it follows, or null where it begins a conversation
     * @param at when it was asked, to the millisecond
     */
    public record Exchange(
            String answerId, long askedMessage, @Nullable String follows, Instant at) {}

    /** What a reader thinks of an answer. */
    public enum Opinion {
        /** It is good. */
        GOOD,
        /** It is not, for a reason not given. */
        BAD,
        /** What it says is not so. */
        WRONG,
        /** The sentences cited do not say it. */
        WRONG_SOURCE,
        /** Something is missing. */
        INCOMPLETE,
        /** For another reason. */
        OTHER;

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Opinion of(String column) {
            return valueOf(column.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * Keeps an exchange whose answer is in the log; a second one for the same answer changes nothing.
     *
     * @param chat Telegram's id of the chat
     * @param person Telegram's id of who asked, or 0
     * @throws StorageException when that could not be stored
     */
    public void add(Exchange exchange, long chat, long person) {
        database.write(handle -> handle.createUpdate("""
            insert into exchange (answer_id, bot, chat, person, asked_message, follows, at)
            values (:answerId, :bot, :chat, :person, :asked, :follows, :at)
            on conflict (answer_id) do nothing\
            """)
                .bind("answerId", exchange.answerId())
                .bind("bot", bot)
                .bind("chat", personal.pseudonym(chat))
                .bind("person", personal.pseudonym(person))
                .bind("asked", exchange.askedMessage())
                .bind("follows", exchange.follows())
                .bind("at", exchange.at().toEpochMilli())
                .execute());
    }

    /**
     * Where an answer went.
     *
     * @param chat Telegram's id of the chat
     * @param direct whether it is the private chat with the person
     * @param person Telegram's id of who asked, or 0
     * @param language what the bot speaks there, a BCP 47 tag
     */
    public record Place(long chat, boolean direct, long person, String language) {}

    /**
     * Keeps where an answer went, encrypted, so that a correction can be sent after it.
     *
     * @throws StorageException when that could not be stored
     */
    public void keepPlace(String answerId, Place place) {
        String encrypted = personal.seal(Json.write(place), sealedFor(answerId));
        database.write(handle -> handle.createUpdate("""
            insert into exchange_place (answer_id, sealed)
            select answer_id, :sealed from exchange where answer_id = :id
            on conflict (answer_id) do nothing\
            """)
                .bind("id", answerId)
                .bind("sealed", encrypted)
                .execute());
    }

    /**
     * Where an answer went; nothing where that is not kept or was encrypted with another key.
     *
     * @throws StorageException when the database cannot be read
     */
    public Optional<Place> place(String answerId) {
        return database.read(handle -> handle.createQuery("select sealed from exchange_place where answer_id = :id")
                        .bind("id", answerId)
                        .mapTo(String.class)
                        .findOne())
                .flatMap(encrypted -> personal.open(encrypted, sealedFor(answerId)))
                .map(json -> Json.read(json, Place.class, "place of answer " + answerId));
    }

    /**
     * What a reader may not do now, or nothing.
     *
     * @param person Telegram's id
     * @throws StorageException when the database cannot be read
     */
    public Optional<ReaderRestrictions.Restriction> restriction(ReaderRestrictions restrictions, long person) {
        return person == 0 ? Optional.empty() : restrictions.of(personal.pseudonym(person));
    }

    private static String sealedFor(String answerId) {
        return "exchange_place " + answerId;
    }

    /**
     * The exchange of that answer, if it is one of this bot's.
     *
     * @throws StorageException when the database cannot be read
     */
    public Optional<Exchange> find(String answerId) {
        return first("where answer_id = :id", Map.of("id", answerId));
    }

    /**
     * The latest exchange that a message began.
     *
     * @throws StorageException when the database cannot be read
     */
    public Optional<Exchange> askedBy(long chat, long message) {
        return first(
                "where bot = :bot and chat = :chat and asked_message = :message order by at desc, answer_id limit 1",
                Map.of("bot", bot, "chat", personal.pseudonym(chat), "message", message));
    }

    /**
     * The latest exchange of a chat.
     *
     * @throws StorageException when the database cannot be read
     */
    public Optional<Exchange> latest(long chat) {
        return first(
                "where bot = :bot and chat = :chat order by at desc, answer_id limit 1",
                Map.of("bot", bot, "chat", personal.pseudonym(chat)));
    }

    /**
     * The exchange whose answer a message of the bot shows.
     *
     * @throws StorageException when the database cannot be read
     */
    public Optional<Exchange> shownBy(long chat, long message) {
        return first(
                "where answer_id in (select answer_id from exchange_message"
                        + " where bot = :bot and chat = :chat and message_id = :message)",
                Map.of("bot", bot, "chat", personal.pseudonym(chat), "message", message));
    }

    private Optional<Exchange> first(String condition, Map<String, Object> values) {
        return database.read(handle -> handle.createQuery("select " + COLUMNS + " from exchange " + condition)
                .bindMap(values)
                .map(Exchanges::exchange)
                .findFirst());
    }

    private static Exchange exchange(ResultSet row, StatementContext context) throws SQLException {
        return new Exchange(
                row.getString("answer_id"),
                row.getLong("asked_message"),
                row.getString("follows"),
                Instant.ofEpochMilli(row.getLong("at")));
    }

    /**
     * An exchange and the ones before it in its conversation, oldest first.
     *
     * @param most how many, at least 1
     * @throws StorageException when the database cannot be read
     */
    public List<Exchange> conversation(Exchange last, int most) {
        List<Exchange> found = new ArrayList<>();
        Optional<Exchange> next = Optional.of(last);
        while (next.isPresent() && found.size() < most) {
            found.addFirst(next.get());
            next = Optional.ofNullable(next.get().follows()).flatMap(this::find);
        }
        return List.copyOf(found);
    }

    /**
     * The numbers of the messages that show an answer, ascending.
     *
     * @throws StorageException when the database cannot be read
     */
    public List<Long> messagesOf(String answerId) {
        return database.read(handle -> handle.createQuery(
                        "select message_id from exchange_message where answer_id = :id order by message_id")
                .bind("id", answerId)
                .mapTo(Long.class)
                .list());
    }

    /**
     * Notes what a reader thinks of an answer; a later opinion takes the place of an earlier one. An answer that is not in
     * the log any more has none.
     *
     * @throws StorageException when that could not be stored
     */
    public void judge(String answerId, long person, Opinion opinion, Instant at) {
        database.write(handle -> {
            handle.createUpdate("""
                insert into feedback (answer_id, person, opinion, at)
                select id, :person, :opinion, :at from answer where id = :answerId
                on conflict (answer_id, person) do update set opinion = excluded.opinion, at = excluded.at\
                """)
                    .bind("answerId", answerId)
                    .bind("person", personal.pseudonym(person))
                    .bind("opinion", opinion.column())
                    .bind("at", at.toEpochMilli())
                    .execute();
            // beside the answer too, where the log is filtered by it
            handle.createUpdate("update answer set opinion = :opinion where id = :answerId")
                    .bind("answerId", answerId)
                    .bind("opinion", opinion.column())
                    .execute();
        });
    }

    /**
     * How often each opinion was given; those never given are absent.
     *
     * @throws StorageException when the database cannot be read
     */
    public Map<Opinion, Long> opinions() {
        Map<Opinion, Long> counts = new TreeMap<>();
        database.read(handle -> handle.createQuery("select opinion, count(*) as times from feedback group by opinion")
                        .map((row, context) -> Map.entry(Opinion.of(row.getString("opinion")), row.getLong("times")))
                        .list())
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }
}
