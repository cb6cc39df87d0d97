package io.footnote.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.footnote.article.Article;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Looks for what is not plain text in questions and articles; an article is looked at once. Thread-safe. */
final class Flags {
    private static final int ARTICLES = 1_000;

    private final Cache<String, Set<Flag.Kind>> byArticle =
            Caffeine.newBuilder().maximumSize(ARTICLES).build();

    List<Flag> of(Question question, List<Article> articles) {
        List<Flag> flags = new ArrayList<>();
        Set<Flag.Kind> asked = EnumSet.noneOf(Flag.Kind.class);
        asked.addAll(Untrusted.kinds(question.text()));
        question.conversation().forEach(turn -> asked.addAll(Untrusted.kinds(turn.question())));
        asked.forEach(kind -> flags.add(new Flag(kind, Flag.Place.QUESTION)));
        Set<Flag.Kind> read = EnumSet.noneOf(Flag.Kind.class);
        articles.forEach(article -> read.addAll(
                byArticle.get(article.id(), id -> Untrusted.kinds(article.title() + "\n" + article.text()))));
        read.forEach(kind -> flags.add(new Flag(kind, Flag.Place.ARTICLE)));
        return flags;
    }
}
