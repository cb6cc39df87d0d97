package io.footnote.retrieval;

import io.footnote.article.Article;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A question as the index sees it: stems of one language. Immutable. */
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

    /** The same in the other languages, as far as their stop words do not have them. */
    private static final Map<String, Set<String>> ASKING_ELSEWHERE = Map.of(
            "de",
            Set.of(
                    "wer", "wen", "wem", "wann", "wo", "warum", "wie", "was", "welche", "welcher", "viele", "viel",
                    "gab"),
            "es",
            Set.of(
                    "quién", "quiénes", "qué", "cuándo", "dónde", "cuánto", "cuántos", "cuánta", "cuántas", "cómo",
                    "cuál", "cuáles"),
            "fr",
            Set.of(
                    "qui",
                    "que",
                    "quoi",
                    "quand",
                    "où",
                    "combien",
                    "comment",
                    "pourquoi",
                    "quel",
                    "quelle",
                    "quels",
                    "quelles"),
            "ru",
            Set.of(
                    "кто", "кого", "кому", "что", "где", "куда", "когда", "почему", "сколько", "какой", "какая",
                    "какие", "каком", "какую"));

    private final String language;
    private final List<Analyzers.Stem> stems;

    private QuestionTerms(String language, String question) {
        this.language = language;
        this.stems = List.copyOf(Analyzers.stems(language, question));
    }

    /**
     * Of a question about articles: by the rules of that of their languages which knows most of its words as stop words.
     */
    static QuestionTerms of(String question, List<Article> articles) {
        Set<String> languages = new TreeSet<>();
        articles.forEach(article -> languages.add(Analyzers.rulesFor(article.language())));
        return languages.stream()
                .map(language -> new QuestionTerms(language, question))
                .min(Comparator.comparingInt(terms -> terms.content().size()))
                .orElseGet(() -> new QuestionTerms(Analyzers.ENGLISH, question));
    }

    /** By whose rules the question is read, as BCP 47 has it. */
    String language() {
        return language;
    }

    /** All its stems in their order, each once. */
    Set<String> all() {
        Set<String> all = new LinkedHashSet<>();
        stems.forEach(stem -> all.add(stem.stem()));
        return all;
    }

    /** The words that say what it is about. */
    List<Analyzers.Stem> content() {
        Set<String> elsewhere = ASKING_ELSEWHERE.getOrDefault(language, Set.of());
        return stems.stream()
                .filter(stem -> {
                    String word = stem.word().toLowerCase(Locale.ROOT);
                    return language.equals(Analyzers.ENGLISH) ? !ASKING.contains(word) : !elsewhere.contains(word);
                })
                .toList();
    }
}
