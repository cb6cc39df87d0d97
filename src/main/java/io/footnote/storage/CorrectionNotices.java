package io.footnote.storage;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Answers whose correction is to be sent to those who got them: the desk asks for it, the bot does it. Safe for any number
 * of threads and processes.
 */
public final class CorrectionNotices {
    private final Database database;
    private final InstantSource clock;

    /** @param database an open database, which stays the caller's to close */
    public CorrectionNotices(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** How far it has come. */
    public enum State {
        /** The bot has not done it yet. */
        WAITING,
        /** The messages are edited, or will be as soon as Telegram can be reached. */
        SENT,
        /** There is no message to edit any more, or the correction is not served any more. */
        FAILED;

        private String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Asks for it. @return whether the answer went anywhere that a correction can follow to */
    public boolean request(String answerId) {
        int[] asked = new int[1];
        database.write(handle -> asked[0] = handle.createUpdate("""
            insert into correction_notice (answer_id, asked_at, state)
            select answer_id, :now, 'waiting' from exchange_place where answer_id = :id
            on conflict (answer_id) do update set asked_at = excluded.asked_at, state = 'waiting'\
            """)
                .bind("now", clock.millis())
                .bind("id", answerId)
                .execute());
        return asked[0] > 0;
    }

    /** How far it has come for an answer; nothing where nobody asked. */
    public Optional<State> of(String answerId) {
        return database.read(handle -> handle.createQuery("select state from correction_notice where answer_id = :id")
                .bind("id", answerId)
                .mapTo(String.class)
                .findOne()
                .map(state -> State.valueOf(state.toUpperCase(Locale.ROOT))));
    }

    /**
     * The answers of a bot that wait for it, the first asked for first.
     *
     * @param bot whose messages they are
     * @param limit how many at the most, at least 1
     */
    public List<String> waiting(long bot, int limit) {
        return database.read(handle -> handle.createQuery("""
            select n.answer_id from correction_notice n join exchange e on e.answer_id = n.answer_id
            where n.state = 'waiting' and e.bot = :bot order by n.asked_at, n.answer_id limit :limit\
            """)
                .bind("bot", bot)
                .bind("limit", limit)
                .mapTo(String.class)
                .list());
    }

    /** Notes how it ended. */
    public void ended(String answerId, State state) {
        database.write(
                handle -> handle.createUpdate("update correction_notice set state = :state where answer_id = :id")
                        .bind("state", state.column())
                        .bind("id", answerId)
                        .execute());
    }
}
