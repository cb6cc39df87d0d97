package io.footnote.storage;

import io.footnote.article.Article;
import java.util.List;
import java.util.Optional;

/** The articles kept in the database. Safe for any number of threads. */
public final class Articles {
    /** @param database an open database, which stays the caller's to close */
    public Articles(Database database) {}

    /**
     * Keeps an article; one of the same id is replaced.
     *
     * @throws StorageException when it could not be kept
     */
    public void save(Article article) {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * The article of that id, or nothing.
     *
     * @throws StorageException when the database cannot be read
     */
    public Optional<Article> find(String id) {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * Every article, in the order in which they were first saved.
     *
     * @throws StorageException when the database cannot be read
     */
    public List<Article> all() {
        throw new UnsupportedOperationException("not built yet");
    }
}
