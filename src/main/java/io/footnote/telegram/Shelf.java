package io.footnote.telegram;

import io.footnote.article.Article;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The articles that can be asked about. Thread-safe where its arguments are.
 *
 * @param articles all of them, at least one, in the order in which they are offered
 * @param latest the id of the text that an article has now, by the id of a text that it has or had
 */
record Shelf(Supplier<List<Article>> articles, Function<String, Optional<String>> latest) {

    List<Article> all() {
        return articles.get();
    }

    /** The article with just this text, as far as it can be asked about. */
    Optional<Article> find(String id) {
        return all().stream().filter(article -> article.id().equals(id)).findFirst();
    }

    /** The article of that id, or the version that has taken its place; nothing where neither can be asked about. */
    Optional<Article> current(String id) {
        return find(id).or(() -> latest.apply(id).flatMap(this::find));
    }
}
