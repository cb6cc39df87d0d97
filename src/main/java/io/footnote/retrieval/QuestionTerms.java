package io.footnote.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** A text as the index sees it: English stems. Safe for any number of threads. */
final class QuestionTerms {
    /** Words that ask, and verbs that only carry tense: they tell nothing of what is asked about. */
    private static final Set<String> ASKING = Set.of(
            "what",
            "who",
            "whom",
            "whose",
            "which",
            "when",
            "where",
            "why",
            "how",
            "many",
            "much",
            "long",
            "do",
            "does",
            "did",
            "done",
            "doing",
            "has",
            "have",
            "had",
            "having",
            "were",
            "am",
            "been",
            "being",
            "can",
            "could",
            "would",
            "should",
            "shall",
            "may",
            "might",
            "must",
            "from",
            "its",
            "his",
            "her",
            "hers",
            "him",
            "he",
            "she",
            "i",
            "me",
            "my",
            "we",
            "us",
            "our",
            "you",
            "your",
            "them",
            "any",
            "some",
            "about",
            "there",
            "than",
            "so",
            "also",
            "say",
            "says",
            "said",
            "tell",
            "told",
            "happen",
            "happened",
            "please",
            "s",
            "t",
            "kind",
            "type",
            "sort",
            "name");

    private final Analyzer analyzer;

    QuestionTerms(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    /** A word of a text and its stem. */
    record Term(String stem, String word, int start) {
        boolean capitalized() {
            return Character.isUpperCase(word.codePointAt(0));
        }
    }

    /** The stems of a text in their order, each once. */
    Set<String> all(String text) {
        Set<String> stems = new LinkedHashSet<>();
        for (Term term : terms(text)) {
            stems.add(term.stem());
        }
        return stems;
    }

    /** The words of a question that say what it is about. */
    List<Term> content(String question) {
        return terms(question).stream()
                .filter(term -> !ASKING.contains(term.word().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private List<Term> terms(String text) {
        List<Term> terms = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream(SentenceIndex.TEXT, text)) {
            CharTermAttribute stem = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(new Term(
                        stem.toString(), text.substring(place.startOffset(), place.endOffset()), place.startOffset()));
            }
            stream.end();
            return terms;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
