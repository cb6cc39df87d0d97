package io.footnote.storage;

import io.footnote.storage.LogQuery.Order;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * The answer log as moderators look through it: filtered, searched and paged. Pages continue after an entry, not at an
 * offset, so a late page costs what the first does and new answers do not shift it. Safe for any number of threads.
 */
public final class LogSearch {
    /** The longest list of things to filter by. */
    public static final int MAX_CHOICES = 200;

    private static final String COLUMNS = """
            a.id, a.sequence, a.asked_at, a.question, a.reason, a.engine, a.fallback, a.confidence, a.lowest_score,
            a.millis, a.doubt, a.reviews""";

    private final Database database;

    /** @param database an open database, which stays the caller's to close */
    public LogSearch(Database database) {
        this.database = database;
    }

    /**
     * One page.
     *
     * @throws StorageException when the database cannot be read
     */
    public LogPage page(LogQuery query) {
        String terms = query.text() == null ? "" : Dialect.terms(query.text());
        if (query.text() != null && terms.isEmpty()) {
            return new LogPage(List.of(), null);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        String sql = sql(query, terms, values);
        List<LogEntry> entries = database.read(handle -> {
            Query statement = handle.createQuery(sql).bind("limit", query.limit() + 1);
            values.forEach(statement::bind);
            return statement.map(LogSearch::entry).list();
        });
        boolean more = entries.size() > query.limit();
        List<LogEntry> shown = more ? entries.subList(0, query.limit()) : entries;
        return new LogPage(shown, more ? shown.getLast().cursor(query.order()) : null);
    }

    /**
     * Every entry that passes the filters, page by page, so that no more than a page is in memory.
     *
     * @param each told of one after the other
     */
    public void forEach(LogQuery query, Consumer<LogEntry> each) {
        LogPage page = page(query);
        page.entries().forEach(each);
        while (page.next() != null) {
            page = page(query.after(page.next()));
            page.entries().forEach(each);
        }
    }

    /** The line of that id, or nothing. */
    public Optional<LogEntry> find(String id) {
        return database.read(handle -> handle.createQuery("select " + COLUMNS + " from answer a where a.id = :id")
                .bind("id", id)
                .map(LogSearch::entry)
                .findOne());
    }

    /** The articles kept, titles by id, in the order of the titles; at most {@value #MAX_CHOICES}. */
    public Map<String, String> articles() {
        Map<String, String> titles = new LinkedHashMap<>();
        database.read(handle -> handle.createQuery("select id, title from article order by title, id limit :limit")
                        .bind("limit", MAX_CHOICES)
                        .map((row, context) -> Map.entry(row.getString("id"), row.getString("title")))
                        .list())
                .forEach(article -> titles.put(article.getKey(), article.getValue()));
        return titles;
    }

    /** The engines that answered; at most {@value #MAX_CHOICES}. */
    public List<String> engines() {
        return different("engine");
    }

    /** The languages of the articles asked about; at most {@value #MAX_CHOICES}. */
    public List<String> languages() {
        return different("language");
    }

    /** From value to value through the index; "distinct" would read every row. */
    private List<String> different(String column) {
        return database.read(handle -> handle.createQuery("with recursive value (v) as (select min(" + column
                        + ") from answer union all select (select min(" + column + ") from answer where " + column
                        + " > value.v) from value where value.v is not null)"
                        + " select v from value where v is not null limit " + MAX_CHOICES)
                .mapTo(String.class)
                .list());
    }

    private String sql(LogQuery query, String terms, Map<String, Object> values) {
        List<String> conditions = new ArrayList<>();
        String from = "answer a";
        String time = "a.sequence";
        if (!terms.isEmpty()) {
            values.put("text", terms);
            if (query.order() == Order.NEWEST) {
                // the index hands its rows out in the order of time, so the newest are found without sorting
                from = "answer_text join answer a on a.sequence = answer_text.rowid";
                time = "answer_text.rowid";
                conditions.add(database.dialect().matches());
            } else {
                conditions.add("a.sequence in (select rowid from answer_text where "
                        + database.dialect().matches() + " order by rowid desc limit " + LogQuery.MAX_FOUND + ")");
            }
        } else if (query.articleId() != null && query.order() == Order.NEWEST) {
            from = "answer_article x join answer a on a.id = x.answer_id";
            time = "x.sequence";
        }
        where(query, from, conditions, values);
        after(query, time, conditions, values);
        return "select " + COLUMNS + " from " + from
                + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions)) + " order by "
                + (query.order().hasTies() ? "a." + query.order().column() + " desc, " : "") + time
                + " desc limit :limit";
    }

    private static void where(LogQuery query, String from, List<String> conditions, Map<String, Object> values) {
        if (query.articleId() != null) {
            conditions.add(
                    from.startsWith("answer_article")
                            ? "x.article_id = :article"
                            : "exists (select 1 from answer_article x where x.answer_id = a.id"
                                    + " and x.article_id = :article)");
            values.put("article", query.articleId());
        }
        if (query.outcome() != null) {
            conditions.add(
                    switch (query.outcome()) {
                        case ANSWERED -> "a.reason is null";
                        case ABSTAINED -> "a.reason is not null";
                        case FALLEN_BACK -> "a.fallback is not null";
                    });
        }
        if (query.reason() != null) {
            conditions.add("a.reason = :reason");
            values.put("reason", AnswerRecords.nameOf(query.reason()));
        }
        bound(conditions, values, "a.lowest_score < :score", "score", query.scoreBelow());
        bound(conditions, values, "a.language = :language", "language", query.language());
        bound(conditions, values, "a.engine = :engine", "engine", query.engine());
        if (query.reviewed() != null) {
            conditions.add(query.reviewed() ? "a.reviews > 0" : "a.reviews = 0");
        }
    }

    private static void bound(
            List<String> conditions,
            Map<String, Object> values,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }

    /** Bounds in time, and where the page before ended, in the columns that an index is sorted by. */
    private static void after(LogQuery query, String time, List<String> conditions, Map<String, Object> values) {
        if (query.since() != null) {
            conditions.add(time + " >= :since");
            values.put("since", AnswerRecords.firstSequence(query.since()));
        }
        if (query.until() != null) {
            conditions.add(time + " < :until");
            values.put("until", AnswerRecords.firstSequence(query.until()));
        }
        if (query.after() != null) {
            conditions.add(
                    query.order().hasTies()
                            ? "(a." + query.order().column() + ", a.sequence) < (:afterValue, :afterSequence)"
                            : time + " < :afterSequence");
            if (query.order().hasTies()) {
                double value = query.after().value();
                // a whole number where the column holds whole numbers, or no index is used
                values.put("afterValue", query.order() == Order.SLOWEST ? (Object) (long) value : (Object) value);
            }
            values.put("afterSequence", query.after().sequence());
        }
    }

    private static LogEntry entry(ResultSet row, StatementContext context) throws SQLException {
        String reason = row.getString("reason");
        double lowestScore = row.getDouble("lowest_score");
        boolean scored = !row.wasNull();
        return new LogEntry(
                row.getString("id"),
                row.getLong("sequence"),
                Instant.ofEpochMilli(row.getLong("asked_at")),
                row.getString("question"),
                reason == null ? null : AnswerRecords.reasonOf(reason),
                row.getString("engine"),
                row.getString("fallback"),
                row.getDouble("confidence"),
                scored ? lowestScore : null,
                Duration.ofMillis(row.getLong("millis")),
                row.getDouble("doubt"),
                row.getInt("reviews"));
    }
}
