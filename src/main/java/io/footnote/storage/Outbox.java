package io.footnote.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * The messages that are to go to Telegram, in the order in which each chat is to read them; {@link Inbox#finish} puts
 * them in. Safe for any number of threads.
 */
public final class Outbox {
    private final Database database;

    /** @param database an open database, which stays the caller's to close */
    public Outbox(Database database) {
        this.database = database;
    }

    /**
     * A message to be sent.
     *
     * @param chat where to
     * @param method the Bot API's method
     * @param body its arguments as JSON
     * @param plain the arguments without markup, should Telegram refuse the markup; null where there is none
     */
    public record Message(
            long chat, String method, String body, @Nullable String plain) {}

    /**
     * A message that waits.
     *
     * @param id its number; within a chat a later message has a greater one
     * @param createdAt when it was put in, to the millisecond
     * @param notBefore when to send it at the earliest, to the millisecond
     * @param attempts how often sending it was tried, from 0
     */
    public record Entry(long id, Message message, Instant createdAt, Instant notBefore, int attempts) {}

    static void add(Handle handle, long bot, Message message, Instant at) {
        handle.createUpdate("""
                        insert into outbox (bot, chat, method, body_json, plain_json, created_at, not_before, attempts,
                            state)
                        values (:bot, :chat, :method, :body, :plain, :at, :at, 0, 'waiting')""")
                .bind("bot", bot)
                .bind("chat", message.chat())
                .bind("method", message.method())
                .bind("body", message.body())
                .bind("plain", message.plain())
                .bind("at", at.toEpochMilli())
                .execute();
    }

    /**
     * Of the first messages that wait in each chat the one to be sent earliest, which may be in the future; nothing when
     * none waits.
     *
     * @throws StorageException when the database cannot be read
     */
    public Optional<Entry> next(long bot) {
        return database.read(handle ->
                handle.createQuery("""
                        select id, chat, method, body_json, plain_json, created_at, not_before, attempts from outbox
                        where id in (select min(id) from outbox where bot = :bot and state = 'waiting' group by chat)
                        order by not_before, id limit 1""").bind("bot", bot).map(Outbox::entry).findOne());
    }

    private static Entry entry(ResultSet row, StatementContext context) throws SQLException {
        return new Entry(
                row.getLong("id"),
                new Message(
                        row.getLong("chat"),
                        row.getString("method"),
                        row.getString("body_json"),
                        row.getString("plain_json")),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Instant.ofEpochMilli(row.getLong("not_before")),
                row.getInt("attempts"));
    }

    /**
     * Notes that a message was sent.
     *
     * @param messageId its number in the chat
     * @throws StorageException when that could not be stored; the message then still waits
     */
    public void sent(Entry entry, long messageId) {
        database.write(handle -> handle.createUpdate(
                        "update outbox set state = 'sent', message_id = :messageId where id = :id")
                .bind("messageId", messageId)
                .bind("id", entry.id())
                .execute());
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
     * @throws StorageException when that could not be stored
     */
    public void replace(Entry entry, Message message) {
        database.write(handle -> handle.createUpdate("""
                        update outbox set chat = :chat, method = :method, body_json = :body, plain_json = :plain,
                            attempts = :attempts where id = :id""")
                .bind("chat", message.chat())
                .bind("method", message.method())
                .bind("body", message.body())
                .bind("plain", message.plain())
                .bind("attempts", entry.attempts() + 1)
                .bind("id", entry.id())
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
        database.write(
                handle -> handle.createUpdate("update outbox set state = 'dead', reason = :reason where id = :id")
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
