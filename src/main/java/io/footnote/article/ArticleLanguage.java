package io.footnote.article;

import io.footnote.language.LanguageDetector;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language of an article. A text whose words are to a good part the commonest of English needs no model; what
 * is left in the Latin and Cyrillic scripts goes to {@link LanguageDetector}, which is loaded when it is first needed.
 * Safe for any number of threads.
 */
final class ArticleLanguage {
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}']+");
    private static final Set<String> ENGLISH = Set.of(
            "the", "of", "and", "to", "that", "is", "was", "for", "with", "it", "by", "from", "are", "this", "have",
            "has", "were", "which", "at", "you", "be", "as");
    private static final double ENGLISH_SHARE = .12;
    /** How much of a text is looked at, and how many words it takes for a judgement. */
    private static final int LOOKED_AT = 6_000;

    private static final int LEAST_WORDS = 12;

    private @Nullable LanguageDetector detector;

    /**
     * The language as a BCP 47 tag.
     *
     * @param claimed what the document says, or null
     */
    String of(String text, @Nullable String claimed) {
        String script = Script.languageOf(text);
        if (!script.equals("en") && !script.equals("ru")) {
            return script;
        }
        String[] words = NO_LETTERS.split(
                text.substring(0, Math.min(text.length(), LOOKED_AT)).toLowerCase(Locale.ROOT));
        if (script.equals("en") && isEnglish(words)) {
            return "en";
        }
        if (words.length < LEAST_WORDS) {
            return claimed == null ? script : claimed;
        }
        String fallback = claimed == null ? script : claimed;
        return detector().otherThan(fallback, String.join(" ", words)).orElse(fallback);
    }

    private static boolean isEnglish(String[] words) {
        long common = Arrays.stream(words).filter(ENGLISH::contains).count();
        return common >= ENGLISH_SHARE * words.length && words.length > 0;
    }

    private synchronized LanguageDetector detector() {
        if (detector == null) {
            detector = new LanguageDetector();
        }
        return detector;
    }
}
