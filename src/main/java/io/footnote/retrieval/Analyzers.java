package io.footnote.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Takes texts apart into stems by the rules of their language, stop words left out: English, German, Spanish, French and
 * Russian; every other language as English. Safe for any number of threads.
 */
final class Analyzers {
    static final String ENGLISH = "en";

    private static final Map<String, Analyzer> BY_LANGUAGE = Map.of(
            ENGLISH,
            new EnglishAnalyzer(),
            "de",
            new GermanAnalyzer(),
            "es",
            new SpanishAnalyzer(),
            "fr",
            new FrenchAnalyzer(),
            "ru",
            new RussianAnalyzer());

    private Analyzers() {}

    /**
     * A word of a text.
     *
     * @param stem what it is searched by
     * @param word as it is written
     * @param start where it begins, in UTF-16 units
     */
    record Stem(String stem, String word, int start) {}

    /** The language by whose rules a text in a language is taken apart. @param tag as BCP 47 has it */
    static String rulesFor(String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        return BY_LANGUAGE.containsKey(language) ? language : ENGLISH;
    }

    /** The stems of a text in their order. @param tag as BCP 47 has it */
    static List<Stem> stems(String tag, String text) {
        List<Stem> stems = new ArrayList<>();
        try (TokenStream stream = analyzer(tag).tokenStream(SentenceIndex.TEXT, text)) {
            CharTermAttribute stem = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                stems.add(new Stem(
                        stem.toString(), text.substring(place.startOffset(), place.endOffset()), place.startOffset()));
            }
            stream.end();
            return stems;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Analyzer analyzer(String tag) {
        Analyzer analyzer = BY_LANGUAGE.get(rulesFor(tag));
        if (analyzer == null) {
            throw new IllegalStateException("there are rules for " + rulesFor(tag));
        }
        return analyzer;
    }
}
