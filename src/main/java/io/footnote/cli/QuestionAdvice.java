package io.footnote.cli;

import io.footnote.answer.Abstained;
import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Question;
import io.footnote.article.Article;
import io.footnote.language.LanguageDetector;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What to tell somebody whose question was hard to understand: one sentence on how to ask it better. */
final class QuestionAdvice {
    /** Words that no other language shares and few English questions do without. */
    private static final Set<String> ENGLISH = Set.of(
            "what", "who", "whom", "whose", "which", "when", "where", "why", "how", "did", "does", "is", "are", "was",
            "were", "has", "have", "the", "of", "that");

    private QuestionAdvice() {}

    static Optional<String> on(Question question, AnswerTrace trace, List<Article> articles) {
        List<String> words =
                Arrays.asList(question.text().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}']+"));
        String language = articles.getFirst().language();
        if (trace.answer() instanceof Abstained && words.stream().noneMatch(ENGLISH::contains)) {
            Optional<String> other = new LanguageDetector().otherThan(language, question.text());
            if (other.isPresent()) {
                return Optional.of("the question seems to be in " + nameOf(other.get()) + " and the article is in "
                        + nameOf(language) + ": ask in " + nameOf(language) + ".");
            }
        }
        if (words.stream().filter(word -> !word.isEmpty()).count() == 1) {
            return Optional.of("one word says little of what you want to know: ask a whole question.");
        }
        return Optional.empty();
    }

    private static String nameOf(String language) {
        return Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH);
    }
}
