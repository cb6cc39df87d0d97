package io.footnote.answer;

import io.footnote.article.Article;
import io.footnote.article.Sentence;
import io.footnote.grounding.Citation;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A sentence shown to a reader, with its words copied from the article. Immutable.
 *
 * @param n the number it goes by in the answer, from 1
 * @param articleId the article's id
 * @param title the article's title
 * @param sentence the sentence's number in the article, from 1
 * @param start the first UTF-16 code unit in the article's text
 * @param end the code unit after the last
 * @param text the sentence, verbatim; empty in the log when its article was removed since
 * @param url a link to the page, or null where the article has none
 * @param published when the article appeared, as far as that is known; null where it is not
 */
public record Source(
        int n,
        String articleId,
        String title,
        int sentence,
        int start,
        int end,
        String text,
        @Nullable String url,
        @Nullable OffsetDateTime published) {

    /** What stands for the title of an article that was removed. */
    static final String REMOVED = "(removed)";

    /** @throws IllegalArgumentException when {@code n} is below 1 or the offsets do not fit the text */
    public Source {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, got " + n);
        }
        if (end - start != text.length() && !(text.isEmpty() && start >= 0 && start < end)) {
            throw new IllegalArgumentException(
                    "offsets [" + start + ", " + end + ") do not fit a text of " + text.length() + " units");
        }
    }

    /** The sentence of the article as source number {@code n}. */
    public static Source of(int n, Article article, Sentence sentence) {
        return new Source(
                n,
                article.id(),
                article.title(),
                sentence.number(),
                sentence.start(),
                sentence.end(),
                article.textOf(sentence),
                article.url(),
                article.publication().published());
    }

    /** A sentence of an article of which nobody knows when it appeared. */
    public Source(
            int n,
            String articleId,
            String title,
            int sentence,
            int start,
            int end,
            String text,
            @Nullable String url) {
        this(n, articleId, title, sentence, start, end, text, url, null);
    }

    /** Whether the article was removed since, and its words with it. */
    public boolean removed() {
        return text.isEmpty();
    }

    /** The same place without its words. */
    Source withoutText() {
        return new Source(n, articleId, REMOVED, sentence, start, end, "", null, published);
    }

    /** Whether {@code citation} points at this sentence. */
    public boolean isCitedBy(Citation citation) {
        return citation.articleId().equals(articleId) && citation.sentence() == sentence;
    }
}
