package io.footnote.answer;

import io.footnote.article.Article;
import io.footnote.language.LanguageDetector;
import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells which language a reader is to be answered in. Safe for any number of threads. */
public final class ReaderLanguage {
    /** Fewer letters tell too little of a language. */
    static final int FEWEST_LETTERS = 20;

    private final @Nullable Supplier<LanguageDetector> detector;
    private final boolean followsTheQuestion;

    private ReaderLanguage(@Nullable Supplier<LanguageDetector> detector, boolean followsTheQuestion) {
        this.detector = detector;
        this.followsTheQuestion = followsTheQuestion;
    }

    /** The language of the article, whatever is asked, without a look at the question. */
    public static ReaderLanguage ofTheArticle() {
        return new ReaderLanguage(null, false);
    }

    /** The language of the article, whatever is asked: all that the embedded drafter can. */
    public static ReaderLanguage ofTheArticle(Supplier<LanguageDetector> detector) {
        return new ReaderLanguage(detector, false);
    }

    /** The language of the question, where it is plainly another one than the article's. */
    public static ReaderLanguage ofTheQuestion(Supplier<LanguageDetector> detector) {
        return new ReaderLanguage(detector, true);
    }

    /** A BCP 47 tag. */
    String of(Question question, List<Article> articles) {
        String language = articles.getFirst().language();
        long letters = question.text().codePoints().filter(Character::isLetter).count();
        if (detector == null || !followsTheQuestion || letters < FEWEST_LETTERS) {
            return language;
        }
        return detector.get().otherThan(language, question.text()).orElse(language);
    }

    /** Whether the question seems to be in a language that no article is in, and answers do not follow it. */
    boolean leavesBehind(Question question, List<Article> articles) {
        if (detector == null || followsTheQuestion) {
            return false;
        }
        String text = question.text();
        Set<UnicodeScript> scripts = scriptsOf(text);
        if (!scripts.isEmpty()
                && articles.stream()
                        .noneMatch(article -> scriptsOf(article.textOf(article.sentence(1))).stream()
                                .anyMatch(scripts::contains))) {
            return true;
        }
        long letters = text.codePoints().filter(Character::isLetter).count();
        String first = articles.getFirst().language();
        return letters >= FEWEST_LETTERS
                && detector.get()
                        .otherThan(first, text)
                        .filter(other -> articles.stream()
                                .noneMatch(article -> article.language().equals(other)))
                        .isPresent();
    }

    private static Set<UnicodeScript> scriptsOf(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .collect(Collectors.toSet());
    }
}
