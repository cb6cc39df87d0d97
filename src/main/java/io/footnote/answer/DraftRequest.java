package io.footnote.answer;

import io.footnote.article.Article;
import io.footnote.retrieval.Ranking;
import org.jspecify.annotations.Nullable;

/**
 * What a drafter is to answer. Immutable.
 *
 * @param question what was asked, with what was said before it
 * @param understoodAs the question as it stands by itself
 * @param ranking what was found
 * @param language the language to answer in, a BCP 47 tag
 * @param reader whose budget it counts on, or null where readers are not told apart
 */
public record DraftRequest(
        Question question,
        String understoodAs,
        Ranking ranking,
        String language,
        @Nullable String reader) {

    /** The article that is drafted from: the one with the best sentence, since sentence numbers are an article's own. */
    public Article article() {
        return ranking.sentences().isEmpty()
                ? ranking.articles().getFirst()
                : ranking.article(ranking.sentences().getFirst().articleId());
    }

    /** Whether the answer is to be in another language than the article. */
    public boolean translates() {
        return !language.equals(article().language());
    }
}
