package io.footnote.storage;

import io.footnote.answer.AnswerTrace;
import io.footnote.model.Budget;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Everything that is kept about a reader, to be shown or to be forgotten. Safe for any number of threads. */
public final class ReaderData {
    /** The most answers that are shown; the newest ones. */
    public static final int MOST_SHOWN = 5_000;

    private static final String ANSWERS_OF = "select answer_id from exchange where person = :person";

    private final Database database;
    private final PersonalData personal;

    /** @param database an open database, which stays the caller's to close */
    public ReaderData(Database database, PersonalData personal) {
        this.database = database;
        this.personal = personal;
    }

    /**
     * A question that the reader asked.
     *
     * @param trace the log's whole entry
     * @param opinion what they thought of the answer, or null
     */
    public record Asked(AnswerTrace trace, @Nullable String opinion) {}

    /** The name by which a reader is told apart where Telegram's id must not stand, such as in what was spent. */
    public String nameOf(long reader) {
        return Long.toUnsignedString(personal.pseudonym(reader), Character.MAX_RADIX);
    }

    /**
     * What the reader asked, newest first.
     *
     * @param reader Telegram's id
     * @throws StorageException when the database cannot be read
     */
    public List<Asked> askedBy(long reader) {
        return database.read(handle -> handle.createQuery("""
            select a.id, a.trace_json, f.opinion from answer a
            join exchange e on e.answer_id = a.id
            left join feedback f on f.answer_id = a.id and f.person = e.person
            where e.person = :person order by a.asked_at desc, a.id limit :limit\
            """)
                .bind("person", personal.pseudonym(reader))
                .bind("limit", MOST_SHOWN)
                .map((row, context) -> new Asked(
                        Json.read(row.getString("trace_json"), AnswerTrace.class, "answer " + row.getString("id")),
                        row.getString("opinion")))
                .list());
    }

    /**
     * What the reader's questions to chat models cost in all, in millionths of a US dollar, as far as a budget counts it.
     *
     * @throws StorageException when the database cannot be read
     */
    public long spentOn(long reader) {
        return database.read(handle -> handle.createQuery(
                        "select coalesce(sum(microdollars), 0) from spending where account = :account")
                .bind("account", Budget.accountOf(nameOf(reader)))
                .mapTo(Long.class)
                .one());
    }

    /**
     * How many updates and messages of the reader are still in work.
     *
     * @throws StorageException when the database cannot be read
     */
    public int waiting(long reader) {
        long person = personal.pseudonym(reader);
        return database.read(handle -> handle.createQuery("""
            select (select count(*) from inbox where person = :person and state = 'waiting')
                + (select count(*) from outbox where person = :person and state = 'waiting')\
            """)
                .bind("person", person)
                .mapTo(Integer.class)
                .one());
    }

    /**
     * Deletes everything about a reader for good: answers, finished or not, and what was thought of them, what they cost,
     * settings, updates and messages, those that wait included. Afterwards the files of an embedded database hold nothing of it either.
     *
     * @param reader Telegram's id
     * @return how many answers were deleted
     * @throws StorageException when that could not be done; what was deleted by then stays deleted
     */
    public int forget(long reader) {
        long person = personal.pseudonym(reader);
        int[] answers = new int[1];
        database.write(handle -> {
            answers[0] = delete(handle, "answer where id in (" + ANSWERS_OF + ")", person);
            handle.createUpdate("update answer set opinion = null"
                            + " where id in (select answer_id from feedback where person = :person)")
                    .bind("person", person)
                    .execute();
            delete(handle, "feedback where person = :person", person);
            delete(handle, "exchange where person = :person or chat = :person", person);
            delete(handle, "exchange_message where chat = :person", person);
            delete(handle, "chat_setting where chat = :person", person);
            delete(handle, "quiz_attempt where person = :person", person);
            delete(handle, "quiz_schedule where person = :person", person);
            delete(handle, "quiz_reminder where person = :person", person);
            delete(handle, "quiz_round where person = :person or chat = :person", person);
            delete(handle, "inbox where person = :person or chat = :person", person);
            delete(handle, "outbox where person = :person or chat = :person", person);
            handle.createUpdate("delete from shown_so_far where reader = :reader")
                    .bind("reader", nameOf(reader))
                    .execute();
            handle.createUpdate("delete from spending where account = :account")
                    .bind("account", Budget.accountOf(nameOf(reader)))
                    .execute();
        });
        database.scrub();
        return answers[0];
    }

    private static int delete(Handle handle, String what, long person) {
        return handle.createUpdate("delete from " + what).bind("person", person).execute();
    }

    /**
     * Deletes an answer that nobody saw, because its question was cancelled.
     *
     * @throws StorageException when the database cannot be written
     */
    public void discard(String answerId) {
        database.write(handle -> handle.createUpdate("delete from answer where id = :id")
                .bind("id", answerId)
                .execute());
    }

    /**
     * Deletes the answers, finished or not, that were asked before this time, whoever asked.
     *
     * @return how many
     * @throws StorageException when the database cannot be written
     */
    public int deleteAskedBefore(Instant before) {
        int[] answers = new int[1];
        database.write(handle -> {
            for (String table : List.of("shown_so_far", "answer")) {
                answers[0] = handle.createUpdate("delete from " + table + " where asked_at < :before")
                        .bind("before", before.toEpochMilli())
                        .execute();
            }
        });
        return answers[0];
    }
}
