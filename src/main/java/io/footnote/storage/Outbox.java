package io.footnote.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * The calls that are to go to Telegram, in the order in which each chat is to read them; {@link Inbox#finish} puts them
 * in. They are encrypted, and emptied once they are sent. Safe for any number of threads.
 */
public final class Outbox {
    private static final String PLACE = "outbox";
    private static final String COLUMNS = "id, chat, person, urgent, method, body_json, plain_json, edits, answer_id,"
            + " created_at, not_before, attempts";

    private final Database database;
    private final PersonalData personal;

    /** @param database an open database, which stays the caller's to close */
    public Outbox(Database database, PersonalData personal) {
        this.database = database;
        this.personal = personal;
    }

    /**
     * A call to be made.
     *
     * @param chat where to, or the person where it goes to no chat
     * @param person who is replied to, or 0
     * @param urgent whether it must not wait behind the other messages of the chat
     * @param method the Bot API's method
     * @param body its arguments as JSON
     * @param plain the arguments without markup, should Telegram refuse the markup; null where there is none
     * @param edits the number of the message that it edits, or null
     * @param answerId the answer that it shows or the id of the quiz question that it asks, or null
     */
    public record Message(
            long chat,
            long person,
            boolean urgent,
            String method,
            String body,
            @Nullable String plain,
            @Nullable Long edits,
            @Nullable String answerId) {

        /** A message that shows no answer. */
        public Message(long chat, long person, String method, String body, @Nullable String plain) {
            this(chat, person, false, method, body, plain, null, null);
        }

        /** The same, in front of what waits. */
        public Message asUrgent() {
            return new Message(chat, person, true, method, body, plain, edits, answerId);
        }
    }

    /**
     * A message that waits.
     *
     * @param id its number; within a lane a later message has a greater one
     * @param lane what it is in order with
     * @param message what is to be sent; its {@code chat} and {@code person} are pseudonyms, its body has the chat
     * @param createdAt when it was put in, to the millisecond
     * @param notBefore when to send it at the earliest, to the millisecond
     * @param attempts how often sending it was tried, from 0
     */
    public record Entry(long id, Lane lane, Message message, Instant createdAt, Instant notBefore, int attempts) {}

    /**
     * Puts messages in that no update led to.
     *
     * @throws StorageException when that could not be stored
     */
    public void add(long bot, List<Message> messages, Instant at) {
        database.write(handle -> messages.forEach(message -> add(handle, personal, bot, message, at)));
    }

    static void add(Handle handle, PersonalData personal, long bot, Message message, Instant at) {
        long chat = personal.pseudonym(message.chat());
        Long edits = message.edits();
        if (edits != null) {
            // of several edits that wait only the last would be seen
            handle.createUpdate("""
                delete from outbox
                where bot = :bot and state = 'waiting' and chat = :chat and urgent = :urgent
                    and edits = :edits\
                """)
                    .bind("bot", bot)
                    .bind("chat", chat)
                    .bind("urgent", message.urgent() ? 1 : 0)
                    .bind("edits", edits)
                    .execute();
        }
        String plain = message.plain();
        handle.createUpdate("""
            insert into outbox (bot, chat, person, urgent, method, body_json, plain_json, edits, answer_id,
                created_at, not_before, attempts, state)
            values (:bot, :chat, :person, :urgent, :method, :body, :plain, :edits, :answerId, :at, :at, 0,
                'waiting')\
            """)
                .bind("bot", bot)
                .bind("chat", chat)
                .bind("person", personal.pseudonym(message.person()))
                .bind("urgent", message.urgent() ? 1 : 0)
                .bind("method", message.method())
                .bind("body", personal.seal(message.body(), PLACE))
                .bind("plain", plain == null ? null : personal.seal(plain, PLACE))
                .bind("edits", edits)
                .bind("answerId", message.answerId())
                .bind("at", at.toEpochMilli())
                .execute();
    }

    /**
     * Of the first messages that wait in each lane the ones to be sent earliest, which may be in the future.
     *
     * @param busy lanes to leave out
     * @param limit how many at the most, at least 1
     * @throws StorageException when the database cannot be read
     */
    public List<Entry> next(long bot, Collection<Lane> busy, int limit) {
        return database.read(handle -> handle
                .createQuery("select " + COLUMNS + """
                     from outbox
                    where id in (select min(id) from outbox where bot = :bot and state = 'waiting'
                        group by chat, urgent)
                    order by not_before, id limit :limit\
                    """)
                .bind("bot", bot)
                .bind("limit", limit + busy.size())
                .map(this::entry)
                .stream()
                .filter(entry -> !busy.contains(entry.lane()))
                .limit(limit)
                .toList());
    }

    private Entry entry(ResultSet row, StatementContext context) throws SQLException {
        String plain = row.getString("plain_json");
        long edits = row.getLong("edits");
        boolean editing = !row.wasNull();
        Lane lane = new Lane(row.getLong("chat"), row.getInt("urgent") != 0);
        return new Entry(
                row.getLong("id"),
                lane,
                new Message(
                        lane.chat(),
                        row.getLong("person"),
                        lane.urgent(),
                        row.getString("method"),
                        personal.open(row.getString("body_json"), PLACE).orElse(""),
                        plain == null ? null : personal.open(plain, PLACE).orElse(null),
                        editing ? edits : null,
                        row.getString("answer_id")),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Instant.ofEpochMilli(row.getLong("not_before")),
                row.getInt("attempts"));
    }

    /**
     * Notes that a message was sent, and empties it. Where it shows an answer, that is known by the message's number from
     * now on.
     *
     * @param messageId its number in the chat, 0 for a call that made none
     * @param pollId Telegram's id of the poll in it, empty for none
     * @param at when it was sent
     * @throws StorageException when that could not be stored; the message then still waits
     */
    public void sent(long bot, Entry entry, long messageId, String pollId, Instant at) {
        database.write(handle -> {
            handle.createUpdate("""
                update outbox set state = 'sent', message_id = :messageId, body_json = '', plain_json = null
                where id = :id\
                """)
                    .bind("messageId", messageId)
                    .bind("id", entry.id())
                    .execute();
            if (entry.message().answerId() != null && messageId != 0) {
                // an answer that was forgotten meanwhile is not named again
                handle.createUpdate("""
                    insert into exchange_message (bot, chat, message_id, answer_id)
                    select :bot, :chat, :messageId, answer_id from exchange where answer_id = :answerId
                    on conflict (bot, chat, message_id) do update set answer_id = excluded.answer_id\
                    """)
                        .bind("bot", bot)
                        .bind("chat", entry.lane().chat())
                        .bind("messageId", messageId)
                        .bind("answerId", entry.message().answerId())
                        .execute();
                handle.createUpdate("""
                    update quiz_asked set sent_at = :at, poll_id = :poll, message_id = :messageId
                    where id = :id\
                    """)
                        .bind("at", at.toEpochMilli())
                        .bind("poll", pollId.isEmpty() ? null : pollId)
                        .bind("messageId", messageId)
                        .bind("id", entry.message().answerId())
                        .execute();
            }
        });
    }

    /**
     * Puts in what no update caused, and does something else in the same transaction.
     *
     * @param also done together with it, or not at all
     * @throws StorageException when that could not be stored
     */
    public void put(long bot, List<Message> messages, Instant at, Runnable also) {
        database.write(handle -> {
            messages.forEach(message -> add(handle, personal, bot, message, at));
            also.run();
        });
    }

    /**
     * Puts a message off; the later ones of its chat wait for it.
     *
     * @param attempts how often sending it was tried by now
     * @throws StorageException when that could not be stored
     */
    public void putOff(Entry entry, Instant notBefore, int attempts) {
        database.write(handle -> handle.createUpdate(
                        "update outbox set not_before = :notBefore, attempts = :attempts where id = :id")
                .bind("notBefore", notBefore.toEpochMilli())
                .bind("attempts", attempts)
                .bind("id", entry.id())
                .execute());
    }

    /**
     * Puts another message in the place of one that waits; the attempts count on, so that this has an end.
     *
     * @param message to a chat by its own id, not a pseudonym
     * @throws StorageException when that could not be stored
     */
    public void replace(Entry entry, Message message) {
        String plain = message.plain();
        database.write(handle -> handle.createUpdate("""
            update outbox set chat = :chat, method = :method, body_json = :body, plain_json = :plain,
                attempts = :attempts where id = :id\
            """)
                .bind("chat", personal.pseudonym(message.chat()))
                .bind("method", message.method())
                .bind("body", personal.seal(message.body(), PLACE))
                .bind("plain", plain == null ? null : personal.seal(plain, PLACE))
                .bind("attempts", entry.attempts() + 1)
                .bind("id", entry.id())
                .execute());
    }

    /**
     * Takes back the messages that wait to show an answer.
     *
     * @throws StorageException when that could not be stored
     */
    public void withdraw(String answerId) {
        database.write(handle -> handle.createUpdate("delete from outbox where answer_id = :id and state = 'waiting'")
                .bind("id", answerId)
                .execute());
    }

    /**
     * Takes back everything that waits for a chat, which cannot be reached any more.
     *
     * @throws StorageException when that could not be stored
     */
    public void withdrawAll(long bot, long chat) {
        database.write(handle -> handle.createUpdate(
                        "delete from outbox where bot = :bot and chat = :chat and state = 'waiting'")
                .bind("bot", bot)
                .bind("chat", personal.pseudonym(chat))
                .execute());
    }

    /**
     * From now on the message goes without markup.
     *
     * @throws StorageException when that could not be stored
     */
    public void dropMarkup(Entry entry) {
        database.write(handle -> handle.createUpdate(
                        "update outbox set body_json = plain_json, plain_json = null where id = :id")
                .bind("id", entry.id())
                .execute());
    }

    /**
     * Gives a message up.
     *
     * @param reason why, for an operator to read
     * @throws StorageException when that could not be stored
     */
    public void giveUp(Entry entry, String reason) {
        database.write(handle -> handle.createUpdate("""
            update outbox set state = 'dead', reason = :reason, body_json = '', plain_json = null
            where id = :id\
            """)
                .bind("reason", reason)
                .bind("id", entry.id())
                .execute());
    }

    /**
     * Deletes the messages that were put in before this time and do not wait any more.
     *
     * @throws StorageException when the database cannot be written
     */
    public void deleteEnded(Instant before) {
        database.write(
                handle -> handle.createUpdate("delete from outbox where created_at < :before and state <> 'waiting'")
                        .bind("before", before.toEpochMilli())
                        .execute());
    }
}
