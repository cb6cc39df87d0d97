package io.footnote.cli;

import io.footnote.Application;
import io.footnote.article.Article;
import io.footnote.retrieval.SentenceIndex;
import io.footnote.storage.Arrival;
import io.footnote.storage.Arrival.Added;
import io.footnote.storage.Arrival.Outcome;
import io.footnote.storage.Library;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Puts articles into the library and takes them out: in the database first, which holds the truth, and then in the
 * index. What a crash leaves between the two is put right before anything else.
 */
final class Shelving {
    private final Application application;
    private final Library library;
    private final SentenceIndex index;

    Shelving(Application application) {
        this.application = application;
        this.library = application.library(); // first, because it explains best what is wrong with the data folder
        this.index = application.index();
        index.retain(application.articles().ids());
        index.addLibrary(library.current(), article -> {});
    }

    /**
     * Adds articles, all or none.
     *
     * @param done told of each that needs nothing more
     */
    List<Added> add(List<Arrival> arrivals, Consumer<Article> done) {
        List<Added> added = library.add(arrivals);
        List<Article> fresh = new ArrayList<>();
        for (int position = 0; position < added.size(); position++) {
            Article article = arrivals.get(position).article();
            Outcome outcome = added.get(position).outcome();
            if (outcome == Outcome.NEW || outcome == Outcome.CORRECTED) {
                fresh.add(article);
            } else {
                done.accept(article);
            }
        }
        index.addLibrary(fresh, done);
        return added;
    }

    /** Removes articles for good. */
    void remove(List<Long> numbers) {
        Set<String> gone = new HashSet<>();
        numbers.forEach(number -> gone.addAll(library.remove(number)));
        index.retain(application.articles().ids());
        library.forgetRemoved();
    }
}
