package io.footnote.retrieval;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.footnote.language.Annotator;
import java.util.Set;

/** The words of the sentences in use, within a limit. Safe for any number of threads. */
final class WordCache {
    private static final long MAX_SENTENCES = 10_000;
    private static final long MAX_HEADLINES = 500;

    private final Annotator annotator;
    private final Cache<String, SentenceWords> sentences = Caffeine.newBuilder()
            .maximumSize(MAX_SENTENCES)
            .executor(Runnable::run)
            .build();
    private final Cache<String, Set<String>> headlines = Caffeine.newBuilder()
            .maximumSize(MAX_HEADLINES)
            .executor(Runnable::run)
            .build();

    WordCache(Annotator annotator) {
        this.annotator = annotator;
    }

    SentenceWords of(ArticleScope.Member member) {
        return sentences.get(member.article().textOf(member.sentence()), text -> wordsOf(text));
    }

    /** What the words of a headline are compared by; underscores part words too. */
    Set<String> ofHeadline(String headline) {
        return headlines.get(headline, text -> wordsOf(text.replace('_', ' ')).distinct());
    }

    private SentenceWords wordsOf(String text) {
        return SentenceWords.of(annotator.annotate(text), annotator.lexicon());
    }
}
