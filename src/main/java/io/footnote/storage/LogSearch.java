package io.footnote.storage;

import io.footnote.storage.Exchanges.Opinion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
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
    private final int few;

    /** @param database an open database, which stays the caller's to close */
    public LogSearch(Database database) {
        this(database, LogCounts.FEW);
    }

    /** @param few of how many entries at the most all are read and sorted */
    LogSearch(Database database, int few) {
        this.database = database;
        this.few = few;
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
        List<LogEntry> entries = database.read(handle -> {
            LogSql sql = LogSql.of(query, terms, database.dialect(), new LogCounts(handle, few));
            Query statement = handle.createQuery(sql.select(COLUMNS)).bind("limit", query.limit() + 1);
            sql.values().forEach(statement::bind);
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
