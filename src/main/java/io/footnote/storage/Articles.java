package io.footnote.storage;

import io.footnote.article.Article;
import io.footnote.article.Sentence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/** The articles kept in the database. Safe for any number of threads. */
public final class Articles {
    private static final String COLUMNS = "id, title, source, url, language, content, sentences_json";

    private final Database database;

    /** @param database an open database, which stays the caller's to close */
    public Articles(Database database) {
        this.database = database;
    }

    /**
     * Keeps an article; one of the same id is replaced.
     *
     * @throws StorageException when it could not be kept
     */
    public void save(Article article) {
        String sentences = Json.write(article.sentences());
        database.write(handle -> handle.createUpdate("insert into article (" + COLUMNS + """
                        )
                        values (:id, :title, :source, :url, :language, :content, :sentences)
                        on conflict (id) do update set title = excluded.title, source = excluded.source,
                            url = excluded.url, language = excluded.language, content = excluded.content,
                            sentences_json = excluded.sentences_json""")
                .bind("id", article.id())
                .bind("title", article.title())
                .bind("source", article.source())
                .bind("url", article.url())
                .bind("language", article.language())
                .bind("content", article.text())
                .bind("sentences", sentences)
                .execute());
    }

    /**
     * The article of that id, or nothing.
     *
     * @throws StorageException when the database cannot be read
     */
    public Optional<Article> find(String id) {
        return database.read(handle -> handle.createQuery("select " + COLUMNS + " from article where id = :id")
                .bind("id", id)
                .map(Articles::article)
                .findOne());
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

    private static Article article(ResultSet row, StatementContext context) throws SQLException {
        String id = row.getString("id");
        return new Article(
                id,
                row.getString("title"),
                row.getString("source"),
                row.getString("url"),
                row.getString("language"),
                row.getString("content"),
                Arrays.asList(Json.read(row.getString("sentences_json"), Sentence[].class, "article " + id)));
    }
}
