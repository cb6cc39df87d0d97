package io.footnote.retrieval;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.footnote.article.Article;
import io.footnote.language.Encoder;
import io.footnote.language.Span;
import java.util.List;
import java.util.Set;

/** The words of the sentences in use and where the encoder's stand, within a limit. Safe for any number of threads. */
final class WordCache {
    private static final long MAX_SENTENCES = 10_000;
    private static final long MAX_HEADLINES = 500;

    private final WordReader reader;
    private final Cache<Place, SentenceWords> sentences = Caffeine.newBuilder()
            .maximumSize(MAX_SENTENCES)
            .executor(Runnable::run)
            .build();
    private final Cache<Place, List<Span>> pieces = Caffeine.newBuilder()
            .maximumSize(MAX_SENTENCES)
            .executor(Runnable::run)
            .build();
    private final Cache<Headline, Set<String>> headlines = Caffeine.newBuilder()
            .maximumSize(MAX_HEADLINES)
            .executor(Runnable::run)
            .build();

    WordCache(WordReader reader) {
        this.reader = reader;
    }

    /** A sentence by what the index knows its article by, which tells its text and language. */
    private record Place(String article, int sentence) {}

    private record Headline(String text, String language) {}

    SentenceWords of(ArticleScope.Member member) {
        Article article = member.article();
        return sentences.get(placeOf(member), place -> wordsOf(article.textOf(member.sentence()), article.language()));
    }

    /** Where the word pieces stand that a sentence is read in. @param encoder reads the article's language */
    List<Span> piecesOf(ArticleScope.Member member, Encoder encoder) {
        return pieces.get(
                placeOf(member), place -> encoder.placesOf(member.article().textOf(member.sentence())));
    }

    private static Place placeOf(ArticleScope.Member member) {
        return new Place(member.key(), member.sentence().number());
    }

    /** What the words of a headline are compared by; underscores part words too. */
    Set<String> ofHeadline(Article article) {
        Headline headline = new Headline(article.title().replace('_', ' '), article.language());
        return headlines.get(
                headline, one -> wordsOf(one.text(), one.language()).distinct());
    }

    private SentenceWords wordsOf(String text, String language) {
        return SentenceWords.of(reader.read(text, language), reader.lexicon());
    }
}
