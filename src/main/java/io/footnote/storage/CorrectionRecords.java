package io.footnote.storage;

import io.footnote.answer.Correction;
import io.footnote.answer.Corrections;
import io.footnote.grounding.Statement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/** The editors' answers in the database. Safe for any number of threads. */
public final class CorrectionRecords implements Corrections {
    private static final String COLUMNS = "question, article_id, statements_json, signed, moderator";

    private final Database database;
    private final InstantSource clock;

    /** @param database an open database, which stays the caller's to close */
    public CorrectionRecords(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<Correction> find(String question, List<String> articleIds) {
        return articleIds.stream()
                .flatMap(article -> served("question_key", Correction.key(question, article)).stream())
                .findFirst();
    }

    /** The correction served that was made for an entry, or nothing. */
    public Optional<Correction> of(String answerId) {
        return served("answer_id", answerId);
    }

    private Optional<Correction> served(String column, String value) {
        return database.read(handle -> handle.createQuery("select " + COLUMNS + " from correction where " + column
                        + " = :value and withdrawn_at is null order by id desc limit 1")
                .bind("value", value)
                .map(CorrectionRecords::correction)
                .findOne());
    }

    /** Serves a correction from now on, in place of an earlier one for the same question and article. */
    public void save(String answerId, Correction correction) {
        database.write(handle -> {
            String key = Correction.key(correction.question(), correction.articleId());
            handle.createUpdate("update correction set withdrawn_at = :now"
                            + " where (question_key = :key or answer_id = :answer) and withdrawn_at is null")
                    .bind("now", clock.millis())
                    .bind("key", key)
                    .bind("answer", answerId)
                    .execute();
            handle.createUpdate("""
                insert into correction (question_key, answer_id, question, article_id, statements_json, signed,
                    moderator, made_at)
                values (:key, :answer, :question, :article, :statements, :signed, :moderator, :now)\
                """)
                    .bind("key", key)
                    .bind("answer", answerId)
                    .bind("question", AnswerRecords.printable(correction.question()))
                    .bind("article", correction.articleId())
                    .bind("statements", Json.write(correction.statements()))
                    .bind("signed", correction.signed() ? 1 : 0)
                    .bind("moderator", correction.moderator())
                    .bind("now", clock.millis())
                    .execute();
        });
    }

    /** No longer serves what was made for an entry. */
    public void withdraw(String answerId) {
        database.write(handle -> handle.createUpdate(
                        "update correction set withdrawn_at = :now where answer_id = :answer and withdrawn_at is null")
                .bind("now", clock.millis())
                .bind("answer", answerId)
                .execute());
    }

    private static Correction correction(ResultSet row, StatementContext context) throws SQLException {
        return new Correction(
                row.getString("question"),
                row.getString("article_id"),
                Arrays.asList(Json.read(row.getString("statements_json"), Statement[].class, "correction")),
                row.getInt("signed") == 1,
                row.getLong("moderator"));
    }
}
