package io.footnote.telegram;

import io.footnote.article.Article;
import io.footnote.quiz.FactIdentity;
import io.footnote.quiz.QuizItem;
import io.footnote.storage.QuizItems;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The items of the articles that are served: made once, kept, and less those that moderators switched off. Facts that an
 * earlier version of an article had keep their identity. Thread-safe.
 */
final class ItemPool {
    private final QuizItems items;
    private final Shelf shelf;
    private final Quizzing quizzing;
    private final InstantSource clock;
    /** Articles whose items were made or found, by id. */
    private final Map<String, Boolean> made = new ConcurrentHashMap<>();

    ItemPool(QuizItems items, Shelf shelf, Quizzing quizzing, InstantSource clock) {
        this.items = items;
        this.shelf = shelf;
        this.quizzing = quizzing;
        this.clock = clock;
    }

    /** The items of an article; they are made where there are none yet, which takes seconds. */
    List<QuizItem> of(Article article) {
        made.computeIfAbsent(article.id(), id -> {
            if (items.of(id).isEmpty()) {
                items.add(
                        FactIdentity.keep(quizzing.making().apply(article), items.learnedOutside(served())),
                        clock.instant());
            }
            return true;
        });
        return inUse(article.id()).map(QuizItems.Kept::item).toList();
    }

    private java.util.stream.Stream<QuizItems.Kept> inUse(String articleId) {
        return items.of(articleId).stream().filter(kept -> !kept.switchedOff());
    }

    /** Items of an article whose questions the bot answers itself, as far as that is known. */
    List<QuizItem> answered(Article article) {
        return inUse(article.id())
                .filter(kept -> Boolean.TRUE.equals(kept.answered()))
                .map(QuizItems.Kept::item)
                .toList();
    }

    /** The item on a fact that can be asked now: in use, and of an article that is served. */
    Optional<QuizItem> on(String fact) {
        return items.on(fact).stream()
                .filter(kept -> !kept.switchedOff())
                .map(QuizItems.Kept::item)
                .filter(item -> shelf.find(item.articleId()).isPresent())
                .findFirst();
    }

    /**
     * The item with that id, or where it is out of use or its article is not served any more another one on the same fact:
     * that of the article's present version.
     */
    Optional<QuizItem> usable(String id) {
        Optional<QuizItems.Kept> kept = items.find(id);
        Optional<QuizItem> itself = kept.filter(one -> !one.switchedOff())
                .map(QuizItems.Kept::item)
                .filter(item -> shelf.find(item.articleId()).isPresent());
        if (itself.isPresent() || kept.isEmpty()) {
            return itself;
        }
        shelf.all().stream().filter(article -> !made.containsKey(article.id())).forEach(this::of);
        return on(kept.get().item().fact());
    }

    /** Whether the article of an item is served. */
    boolean isServed(String id) {
        return items.find(id)
                .flatMap(kept -> shelf.find(kept.item().articleId()))
                .isPresent();
    }

    /** The ids of the articles that are served. */
    List<String> served() {
        return shelf.all().stream().map(Article::id).toList();
    }

    /** The item with that id, whatever became of it. */
    Optional<QuizItem> find(String id) {
        return items.find(id).map(QuizItems.Kept::item);
    }

    /**
     * Does one piece of what can be prepared: makes the items of an article, or finds out whether the bot answers a
     * question.
     *
     * @param mostAnswered how many answered questions an article needs
     * @return whether there was anything to do
     */
    boolean prepare(int mostAnswered) {
        for (Article article : shelf.all()) {
            if (!made.containsKey(article.id())) {
                of(article);
                return true;
            }
            List<QuizItems.Kept> kept = inUse(article.id()).toList();
            long answered = kept.stream()
                    .filter(one -> Boolean.TRUE.equals(one.answered()))
                    .count();
            Optional<QuizItem> open = kept.stream()
                    .filter(one -> one.answered() == null)
                    .map(QuizItems.Kept::item)
                    .filter(SuggestedQuestions::isQuestion)
                    .findFirst();
            if (answered < mostAnswered && open.isPresent()) {
                items.noteAnswered(open.get().id(), quizzing.answering().test(open.get(), article));
                return true;
            }
        }
        return false;
    }
}
