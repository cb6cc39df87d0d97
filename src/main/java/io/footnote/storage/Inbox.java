package io.footnote.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The updates that came for a bot, from when they are stored until what they ask for is in the {@link Outbox}. They are
 * encrypted, and what is done with is emptied. Safe for any number of threads.
 */
public final class Inbox {
    /** How many updates of a chat may wait; the ones beyond are stored as {@linkplain Entry#excess excess}. */
    public static final int MAX_WAITING = 20;

    /** What stands for the chat of an update that belongs to none. */
    public static final long NO_CHAT = 0;

    private static final String PLACE = "inbox";

    private final Database database;
    private final PersonalData personal;

    /** @param database an open database, which stays the caller's to close */
    public Inbox(Database database, PersonalData personal) {
        this.database = database;
        this.personal = personal;
    }

    /**
     * An update as it came.
     *
     * @param updateId Telegram's number for it, which comes once in a few days at the most
     * @param chat the chat it belongs to, or {@link #NO_CHAT}
     * @param person who caused it, or 0
     * @param urgent whether it must not wait behind the questions of its chat
     * @param json the update, unchanged
     */
    public record Received(long updateId, long chat, long person, boolean urgent, String json) {}

    /**
     * An update that waits to be worked on.
     *
     * @param id its number in the inbox; within a lane a later update has a greater one
     * @param lane what it is in order with
     * @param receivedAt when it was stored, to the millisecond
     * @param json the update, unchanged; empty where it was encrypted with another key
     * @param excess whether {@value Inbox#MAX_WAITING} others of its lane waited when it came
     */
    public record Entry(long id, Lane lane, Instant receivedAt, String json, boolean excess) {}

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
            Map<Lane, Integer> waiting = new HashMap<>();
            for (Received update : updates) {
                Lane lane = new Lane(personal.pseudonym(update.chat()), update.urgent());
                int before = waiting.computeIfAbsent(lane, one -> waiting(handle, bot, one));
                boolean excess = before >= MAX_WAITING && update.chat() != NO_CHAT;
                int added = handle.createUpdate("""
                                insert into inbox (bot, update_id, chat, person, urgent, received_at, update_json,
                                    excess, state)
                                values (:bot, :updateId, :chat, :person, :urgent, :at, :json, :excess, 'waiting')
                                on conflict (bot, update_id) do nothing""")
                        .bind("bot", bot)
                        .bind("updateId", update.updateId())
                        .bind("chat", lane.chat())
                        .bind("person", personal.pseudonym(update.person()))
                        .bind("urgent", lane.urgent() ? 1 : 0)
                        .bind("at", at.toEpochMilli())
                        .bind("json", personal.seal(update.json(), PLACE))
                        .bind("excess", excess ? 1 : 0)
                        .execute();
                waiting.put(lane, before + added);
            }
        });
    }

    private static int waiting(Handle handle, long bot, Lane lane) {
        return handle.createQuery("""
                        select count(*) from inbox
                        where bot = :bot and state = 'waiting' and chat = :chat and urgent = :urgent""")
                .bind("bot", bot)
                .bind("chat", lane.chat())
                .bind("urgent", lane.urgent() ? 1 : 0)
                .mapTo(Integer.class)
                .one();
    }

    /**
     * The oldest update that waits in each lane, oldest first.
     *
     * @param busy lanes to leave out
     * @param limit how many at the most, at least 1
     * @throws StorageException when the database cannot be read
     */
    public List<Entry> next(long bot, Collection<Lane> busy, int limit) {
        return database.read(handle ->
                handle.createQuery("""
                        select id, chat, urgent, received_at, update_json, excess from inbox
                        where id in (select min(id) from inbox where bot = :bot and state = 'waiting'
                            group by chat, urgent)
                        order by id limit :limit""").bind("bot", bot).bind("limit", limit + busy.size()).map(this::entry).stream()
                        .filter(entry -> !busy.contains(entry.lane()))
                        .limit(limit)
                        .toList());
    }

    private Entry entry(ResultSet row, StatementContext context) throws SQLException {
        return new Entry(
                row.getLong("id"),
                new Lane(row.getLong("chat"), row.getInt("urgent") != 0),
                Instant.ofEpochMilli(row.getLong("received_at")),
                personal.open(row.getString("update_json"), PLACE).orElse(""),
                row.getInt("excess") != 0);
    }

    /**
     * Ends the work on an update: marks it and puts the replies into the outbox, in one transaction. One that was
     * understood is emptied; only its number is needed any more. Does nothing when it was ended before.
     *
     * @throws StorageException when that could not be stored; the update then still waits
     */
    public void finish(long bot, Entry entry, Outcome outcome, List<Outbox.Message> replies, Instant at) {
        String emptied = outcome == Outcome.DONE ? ", update_json = ''" : "";
        database.write(handle -> {
            int ended = handle.createUpdate(
                            "update inbox set state = :state" + emptied + " where id = :id and state = 'waiting'")
                    .bind("state", outcome == Outcome.DONE ? "done" : "unreadable")
                    .bind("id", entry.id())
                    .execute();
            if (ended == 1) {
                replies.forEach(reply -> Outbox.add(handle, personal, bot, reply, at));
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
