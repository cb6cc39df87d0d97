package io.footnote.evaluation;

import io.footnote.article.Article;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article of a data set and what is asked about it. Immutable.
 *
 * @param id what the data set calls the article, or null for bare questions, which do not name theirs
 * @param article the article, whose text is the data set's own text unchanged
 * @param questions in the order of the file; may be empty, for an article that is there to be searched
 */
public record ArticleQuestions(@Nullable String id, Article article, List<GoldQuestion> questions) {

    /** Makes the list immutable. */
    public ArticleQuestions {
        questions = List.copyOf(questions);
    }
}
