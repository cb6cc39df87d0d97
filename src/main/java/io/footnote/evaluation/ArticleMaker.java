package io.footnote.evaluation;

import io.footnote.article.Article;
import org.jspecify.annotations.Nullable;

/** Makes the articles of a data set as the program makes those that readers ask about. */
@FunctionalInterface
public interface ArticleMaker {

    /**
     * The article of that text.
     *
     * @param source where it comes from
     * @param title its headline, or null
     * @param text the text, which must become the article's text unchanged
     * @throws RuntimeException when the text can be no article; the message says why
     */
    Article fromText(String source, @Nullable String title, String text);
}
