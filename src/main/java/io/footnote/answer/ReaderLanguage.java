package io.footnote.answer;

import io.footnote.article.Article;
import io.footnote.language.LanguageDetector;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells which language a reader is to be answered in. Safe for any number of threads. */
public final class ReaderLanguage {
    /** Fewer letters tell too little of a language. */
    static final int FEWEST_LETTERS = 20;

    private final @Nullable Supplier<LanguageDetector> detector;

    private ReaderLanguage(@Nullable Supplier<LanguageDetector> detector) {
        this.detector = detector;
    }

    /** The language of the article, whatever is asked: all that the embedded drafter can. */
    public static ReaderLanguage ofTheArticle() {
        return new ReaderLanguage(null);
    }

    /** The language of the question, where it is plainly another one than the article's. */
    public static ReaderLanguage ofTheQuestion(Supplier<LanguageDetector> detector) {
        return new ReaderLanguage(detector);
    }

    /** A BCP 47 tag. */
    String of(Question question, List<Article> articles) {
        String language = articles.getFirst().language();
        long letters = question.text().codePoints().filter(Character::isLetter).count();
        if (detector == null || letters < FEWEST_LETTERS) {
            return language;
        }
        return detector.get().otherThan(language, question.text()).orElse(language);
    }
}
