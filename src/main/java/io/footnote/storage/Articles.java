package io.footnote.storage;

import io.footnote.article.Article;
import io.footnote.article.Publication;
import io.footnote.article.Sentence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The articles kept in the database. Safe for any number of threads. */
public final class Articles {
    static final String COLUMNS =
            "id, title, source, url, language, content, sentences_json, byline, publisher," + " published, modified";

    private final Database database;

    /** @param database an open database, which stays the caller's to close */
    public Articles(Database database) {
        this.database = database;
    }

    /**
     * Keeps an article; one of the same id is replaced, but what is known of its publication is not forgotten.
     *
     * @throws StorageException when it could not be kept
     */
    public void save(Article article) {
        database.write(handle -> save(handle, article));
    }

    static void save(Handle handle, Article article) {
        Publication publication = article.publication();
        handle.createUpdate("insert into article (" + COLUMNS + """
                        )
                        values (:id, :title, :source, :url, :language, :content, :sentences, :byline, :publisher,
                            :published, :modified)
                        on conflict (id) do update set title = excluded.title, source = excluded.source,
                            url = excluded.url, language = excluded.language, content = excluded.content,
                            sentences_json = excluded.sentences_json,
                            byline = coalesce(excluded.byline, article.byline),
                            publisher = coalesce(excluded.publisher, article.publisher),
                            published = coalesce(excluded.published, article.published),
                            modified = coalesce(excluded.modified, article.modified)""")
                .bind("id", article.id())
                .bind("title", article.title())
                .bind("source", article.source())
                .bind("url", article.url())
                .bind("language", article.language())
                .bind("content", article.text())
                .bind("sentences", Json.write(article.sentences()))
                .bind("byline", publication.byline())
                .bind("publisher", publication.publisher())
                .bind("published", text(publication.published()))
                .bind("modified", text(publication.modified()))
                .execute();
    }

    /**
     * The article of that id, or nothing.
     *
     * @throws StorageException when the database cannot be read
     */
    public Optional<Article> find(String id) {
        return database.read(handle -> find(handle, id));
    }

    static Optional<Article> find(Handle handle, String id) {
        return handle.createQuery("select " + COLUMNS + " from article where id = :id")
                .bind("id", id)
                .map(Articles::article)
                .findOne();
    }

    /**
     * The ids of all articles.
     *
     * @throws StorageException when the database cannot be read
     */
    public Set<String> ids() {
        return Set.copyOf(database.read(handle ->
                handle.createQuery("select id from article").mapTo(String.class).list()));
    }

    /**
     * Every article, by title and then by id, in the order of Unicode code units.
     *
     * @throws StorageException when the database cannot be read
     */
    public List<Article> all() {
        // sorted here, because databases differ in how they order letters
        return database
                .read(handle -> handle.createQuery("select " + COLUMNS + " from article")
                        .map(Articles::article)
                        .list())
                .stream()
                .sorted(Comparator.comparing(Article::title).thenComparing(Article::id))
                .toList();
    }

    static Article article(ResultSet row, StatementContext context) throws SQLException {
        String id = row.getString("id");
        return new Article(
                id,
                row.getString("title"),
                row.getString("source"),
                row.getString("url"),
                row.getString("language"),
                row.getString("content"),
                Arrays.asList(Json.read(row.getString("sentences_json"), Sentence[].class, "article " + id)),
                new Publication(
                        row.getString("byline"),
                        row.getString("publisher"),
                        time(row.getString("published")),
                        time(row.getString("modified"))));
    }

    static @Nullable String text(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toString();
    }

    static @Nullable OffsetDateTime time(@Nullable String text) {
        return text == null ? null : OffsetDateTime.parse(text);
    }
}
