package io.footnote.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The updates that came for a bot, from when they are stored until what they ask for is in the {@link Outbox}. Safe for
 * any number of threads.
 */
public final class Inbox {
    /** How many updates of a chat may wait; the ones beyond are stored as {@linkplain Entry#excess excess}. */
    public static final int MAX_WAITING = 20;

    /** What stands for the chat of an update that belongs to none. */
    public static final long NO_CHAT = 0;

    private final Database database;

    /** @param database an open database, which stays the caller's to close */
    public Inbox(Database database) {
        this.database = database;
    }

    /**
     * An update as it came.
     *
     * @param updateId Telegram's number for it, which comes once in a few days at the most
     * @param chat the chat it belongs to, or {@link #NO_CHAT}
     * @param json the update, unchanged
     */
    public record Received(long updateId, long chat, String json) {}

    /**
     * An update that waits to be worked on.
     *
     * @param id its number in the inbox; within a chat a later update has a greater one
     * @param chat the chat it belongs to, or {@link #NO_CHAT}
     * @param receivedAt when it was stored, to the millisecond
     * @param json the update, unchanged
     * @param excess whether {@value Inbox#MAX_WAITING} others of its chat waited when it came
     */
    public record Entry(long id, long chat, Instant receivedAt, String json, boolean excess) {}

    /** How work on an update ended. */
    public enum Outcome {
        /** What it asked for is in the outbox; it may have been nothing. */
        DONE,
        /** Nobody could make sense of it. */
        UNREADABLE
    }

    /**
     * Stores updates in one transaction, in the order given; those that are there already are left as they are. When
     * this returns, a crash does not lose them.
     *
     * @throws StorageException when they could not be stored; none of them is then
     */
    public void add(long bot, List<Received> updates, Instant at) {
        database.write(handle -> {
            Map<Long, Integer> waiting = new HashMap<>();
            for (Received update : updates) {
                int before = waiting.computeIfAbsent(update.chat(), chat -> waiting(handle, bot, chat));
                boolean excess = before >= MAX_WAITING && update.chat() != NO_CHAT;
                int added = handle.createUpdate("""
                                insert into inbox (bot, update_id, chat, received_at, update_json, excess, state)
                                values (:bot, :updateId, :chat, :at, :json, :excess, 'waiting')
                                on conflict (bot, update_id) do nothing""")
                        .bind("bot", bot)
                        .bind("updateId", update.updateId())
                        .bind("chat", update.chat())
                        .bind("at", at.toEpochMilli())
                        .bind("json", update.json())
                        .bind("excess", excess ? 1 : 0)
                        .execute();
                waiting.put(update.chat(), before + added);
            }
        });
    }

    private static int waiting(Handle handle, long bot, long chat) {
        return handle.createQuery("select count(*) from inbox where bot = :bot and state = 'waiting' and chat = :chat")
                .bind("bot", bot)
                .bind("chat", chat)
                .mapTo(Integer.class)
                .one();
    }

    /**
     * The oldest update that waits in each chat, oldest first.
     *
     * @param busy chats to leave out
     * @param limit how many at the most, at least 1
     * @throws StorageException when the database cannot be read
     */
    public List<Entry> next(long bot, Collection<Long> busy, int limit) {
        String others = busy.isEmpty() ? "" : " and chat not in (<busy>)";
        return database.read(handle -> {
            Query query = handle.createQuery("""
                            select id, chat, received_at, update_json, excess from inbox
                            where id in (select min(id) from inbox where bot = :bot and state = 'waiting'""" + others + " group by chat) order by id limit :limit")
                    .bind("bot", bot)
                    .bind("limit", limit);
            if (!busy.isEmpty()) {
                query.bindList("busy", List.copyOf(busy));
            }
            return query.map(Inbox::entry).list();
        });
    }

    private static Entry entry(ResultSet row, StatementContext context) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getLong("chat"),
                Instant.ofEpochMilli(row.getLong("received_at")),
                row.getString("update_json"),
                row.getInt("excess") != 0);
    }

    /**
     * Ends the work on an update: marks it and puts the replies into the outbox, in one transaction. Does nothing when
     * it was ended before.
     *
     * @throws StorageException when that could not be stored; the update then still waits
     */
    public void finish(long bot, Entry entry, Outcome outcome, List<Outbox.Message> replies, Instant at) {
        database.write(handle -> {
            int ended = handle.createUpdate("update inbox set state = :state where id = :id and state = 'waiting'")
                    .bind("state", outcome == Outcome.DONE ? "done" : "unreadable")
                    .bind("id", entry.id())
                    .execute();
            if (ended == 1) {
                replies.forEach(reply -> Outbox.add(handle, bot, reply, at));
            }
        });
    }

    /**
     * Deletes the updates that came before this time and are ended. Telegram keeps an update for 24 hours, so it does
     * not come again after that; and it may give its number to another after a week without any.
     *
     * @throws StorageException when the database cannot be written
     */
    public void deleteEnded(Instant before) {
        database.write(
                handle -> handle.createUpdate("delete from inbox where received_at < :before and state <> 'waiting'")
                        .bind("before", before.toEpochMilli())
                        .execute());
    }
}
