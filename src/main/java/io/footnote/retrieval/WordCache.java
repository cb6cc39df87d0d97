package io.footnote.retrieval;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.footnote.article.Article;
import java.util.Set;

/** The words of the sentences in use, within a limit. Safe for any number of threads. */
final class WordCache {
    private static final long MAX_SENTENCES = 10_000;
    private static final long MAX_HEADLINES = 500;

    private final WordReader reader;
    private final Cache<Key, SentenceWords> sentences = Caffeine.newBuilder()
            .maximumSize(MAX_SENTENCES)
            .executor(Runnable::run)
            .build();
    private final Cache<Key, Set<String>> headlines = Caffeine.newBuilder()
            .maximumSize(MAX_HEADLINES)
            .executor(Runnable::run)
            .build();

    WordCache(WordReader reader) {
        this.reader = reader;
    }

    /** A text and its language. */
    private record Key(String text, String language) {}

    SentenceWords of(ArticleScope.Member member) {
        Article article = member.article();
        return sentences.get(new Key(article.textOf(member.sentence()), article.language()), this::wordsOf);
    }

    /** What the words of a headline are compared by; underscores part words too. */
    Set<String> ofHeadline(Article article) {
        Key key = new Key(article.title().replace('_', ' '), article.language());
        return headlines.get(key, one -> wordsOf(one).distinct());
    }

    private SentenceWords wordsOf(Key key) {
        return SentenceWords.of(reader.read(key.text(), key.language()), reader.lexicon());
    }
}
