package io.footnote.cli;

import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Question;
import io.footnote.article.Article;
import io.footnote.language.LanguageDetector;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What to tell somebody whose question was hard to understand: one sentence on how to ask it better. */
final class QuestionAdvice {
    /** What a reader is told in their own language; the language's name follows in brackets. */
    private static final Map<String, String> OTHER_LANGUAGE = Map.of(
            "ar", "المقال بلغة أخرى (%s): اطرح السؤال بها.",
            "de", "Der Artikel ist in einer anderen Sprache geschrieben (%s): Stellen Sie die Frage in dieser.",
            "en", "the article is in another language (%s): ask in that one.",
            "es", "El artículo está en otro idioma (%s): haga la pregunta en ese idioma.",
            "fr", "L'article est dans une autre langue (%s) : posez la question dans celle-ci.",
            "ru", "Статья написана на другом языке (%s): задайте вопрос на нём.");

    private QuestionAdvice() {}

    static Optional<String> on(Question question, AnswerTrace trace, List<Article> articles) {
        List<String> words =
                Arrays.asList(question.text().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}']+"));
        if (trace.inAnotherLanguage()) {
            String language = articles.getFirst().language();
            String asked = new LanguageDetector()
                    .otherThan(language, question.text())
                    .filter(OTHER_LANGUAGE::containsKey)
                    .orElse("en");
            Locale reader = Locale.forLanguageTag(asked);
            return Optional.of(String.format(
                    reader,
                    OTHER_LANGUAGE.getOrDefault(asked, ""),
                    Locale.forLanguageTag(language).getDisplayLanguage(reader)));
        }
        if (words.stream().filter(word -> !word.isEmpty()).count() == 1) {
            return Optional.of("one word says little of what you want to know: ask a whole question.");
        }
        return Optional.empty();
    }
}
