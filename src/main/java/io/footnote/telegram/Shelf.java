package io.footnote.telegram;

import io.footnote.article.Article;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The articles that can be asked about. Thread-safe where the supplier is.
 *
 * @param articles all of them, at least one, in the order in which they are offered
 */
record Shelf(Supplier<List<Article>> articles) {

    List<Article> all() {
        return articles.get();
    }

    Optional<Article> find(String id) {
        return all().stream().filter(article -> article.id().equals(id)).findFirst();
    }
}
