package io.footnote.cli;

import io.footnote.Application;
import io.footnote.article.Article;
import io.footnote.storage.Library;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * All articles of the library as they are now, the newest first. They are read again when the library has changed, by
 * whatever process. Where it has become empty, what there was stays. Safe for any number of threads.
 */
final class LibraryShelf implements Supplier<List<Article>> {
    private final Library library;
    private String state;
    private List<Article> articles;

    /** @throws CommandException when the library is empty */
    LibraryShelf(Application application) {
        this.library = application.library();
        this.state = library.state();
        this.articles = newestFirst(ArticleOptions.library(application));
    }

    @Override
    public synchronized List<Article> get() {
        String now = library.state();
        if (!now.equals(state)) {
            List<Article> current = library.current();
            if (!current.isEmpty()) {
                articles = newestFirst(current);
            }
            state = now;
        }
        return articles;
    }

    private List<Article> newestFirst(List<Article> current) {
        Map<String, Article> byId = new LinkedHashMap<>();
        current.forEach(article -> byId.putIfAbsent(article.id(), article));
        List<Article> ordered = new ArrayList<>();
        for (Library.Line line : library.list()) {
            Article article = byId.remove(line.articleId());
            if (article != null) {
                ordered.add(article);
            }
        }
        ordered.addAll(byId.values()); // should the library have changed between the two
        return List.copyOf(ordered);
    }
}
