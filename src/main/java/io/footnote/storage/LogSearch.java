package io.footnote.storage;

import io.footnote.answer.Abstained.Reason;
import io.footnote.storage.Exchanges.Opinion;
import io.footnote.storage.LogQuery.Order;
import io.footnote.storage.LogQuery.Traits;
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
        a.millis, a.doubt, a.reviews, a.cost, a.opinion\
        """;

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
        return different("answer", "engine");
    }

    /** The languages of the articles asked about; at most {@value #MAX_CHOICES}. */
    public List<String> languages() {
        return different("answer", "language");
    }

    /** The flags that occur; at most {@value #MAX_CHOICES}. */
    public List<String> flags() {
        return different("answer_flag", "flag");
    }

    /** From value to value through the index; "distinct" would read every row. */
    private List<String> different(String table, String column) {
        return database.read(handle -> handle.createQuery("with recursive value (v) as (select min(" + column
                        + ") from " + table + " union all select (select min(" + column + ") from " + table + " where "
                        + column
                        + " > value.v) from value where value.v is not null)"
                        + " select v from value where v is not null limit " + MAX_CHOICES)
                .mapTo(String.class)
                .list());
    }

    private String sql(LogQuery query, String terms, Map<String, Object> values) {
        List<String> conditions = new ArrayList<>();
        Source source = source(query, terms);
        if (!terms.isEmpty()) {
            values.put("text", terms);
            String matches = database.dialect().matches();
            conditions.add(
                    source == Source.WORDS
                            ? matches
                            : "a.sequence in (select rowid from answer_text where " + matches
                                    + " order by rowid desc limit " + LogQuery.MAX_FOUND + ")");
        }
        like(query.traits(), source, conditions, values);
        within(query, source.time, conditions, values);
        return "select " + COLUMNS + " from " + source.tables
                + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions)) + " order by "
                + (query.order().hasTies() ? "a." + query.order().column() + " desc, " : "") + source.time
                + " desc limit :limit";
    }

    /** The table that hands its rows out in the order of time, so that the newest are found without sorting. */
    private enum Source {
        ANSWERS("answer a", "a.sequence"),
        WORDS("answer_text join answer a on a.sequence = answer_text.rowid", "answer_text.rowid"),
        ARTICLE("answer_article x join answer a on a.id = x.answer_id", "x.sequence"),
        FLAG("answer_flag f join answer a on a.id = f.answer_id", "f.sequence");

        private final String tables;
        private final String time;

        Source(String tables, String time) {
            this.tables = tables;
            this.time = time;
        }
    }

    private static Source source(LogQuery query, String terms) {
        if (query.order() != Order.NEWEST) {
            return Source.ANSWERS;
        }
        if (!terms.isEmpty()) {
            return Source.WORDS;
        }
        if (query.traits().flag() != null) {
            return Source.FLAG;
        }
        return query.traits().articleId() == null ? Source.ANSWERS : Source.ARTICLE;
    }

    private static void like(Traits traits, Source source, List<String> conditions, Map<String, Object> values) {
        bound(
                conditions,
                values,
                source == Source.ARTICLE
                        ? "x.article_id = :article"
                        : "exists (select 1 from answer_article y where y.answer_id = a.id and y.article_id ="
                                + " :article)",
                "article",
                traits.articleId());
        bound(
                conditions,
                values,
                source == Source.FLAG
                        ? "f.flag = :flag"
                        : "exists (select 1 from answer_flag y where y.answer_id = a.id and y.flag = :flag)",
                "flag",
                traits.flag());
        if (traits.outcome() != null) {
            conditions.add(
                    switch (traits.outcome()) {
                        case ANSWERED -> "a.reason is null";
                        case ABSTAINED -> "a.reason is not null";
                        case FALLEN_BACK -> "a.fallback is not null";
                    });
        }
        if (traits.reviewed() != null) {
            conditions.add(traits.reviewed() ? "a.reviews > 0" : "a.reviews = 0");
        }
        Reason reason = traits.reason();
        Opinion opinion = traits.opinion();
        bound(conditions, values, "a.reason = :reason", "reason", reason == null ? null : AnswerRecords.nameOf(reason));
        bound(conditions, values, "a.opinion = :opinion", "opinion", opinion == null ? null : opinion.column());
        bound(conditions, values, "a.lowest_score < :score", "score", traits.scoreBelow());
        bound(conditions, values, "a.language = :language", "language", traits.language());
        bound(conditions, values, "a.engine = :engine", "engine", traits.engine());
    }

    /** Bounds in time, and where the page before ended, in the columns that an index is sorted by. */
    private static void within(LogQuery query, String time, List<String> conditions, Map<String, Object> values) {
        bound(
                conditions,
                values,
                time + " >= :since",
                "since",
                sequence(query.period().since()));
        bound(
                conditions,
                values,
                time + " < :until",
                "until",
                sequence(query.period().until()));
        LogQuery.Cursor after = query.after();
        if (after == null) {
            return;
        }
        values.put("afterSequence", after.sequence());
        if (query.order().hasTies()) {
            conditions.add("(a." + query.order().column() + ", a.sequence) < (:afterValue, :afterSequence)");
            values.put("afterValue", query.order().stored(after.value()));
        } else {
            conditions.add(time + " < :afterSequence");
        }
    }

    private static @Nullable Long sequence(@Nullable Instant time) {
        return time == null ? null : AnswerRecords.firstSequence(time);
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
                row.getInt("reviews"),
                row.getLong("cost"),
                opinion(row.getString("opinion")));
    }

    private static @Nullable Opinion opinion(@Nullable String column) {
        return column == null ? null : Opinion.of(column);
    }
}
