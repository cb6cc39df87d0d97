package io.footnote.retrieval;

import io.footnote.article.Article;
import java.util.List;

/**
 * What retrieval found for one question. Immutable.
 *
 * @param articles the articles searched
 * @param sentences the best sentences, best first, ranks from 1 without a gap; citable ones only
 * @param answerable the probability that the articles answer the question, in [0, 1]
 * @param missing words of the question that nothing in the articles covers, in the question's order; may be empty
 * @param question the question as it was read, for what is to be found within a sentence
 * @param explanations why the best sentences have their scores, and the probability its value
 */
public record Ranking(
        List<Article> articles,
        List<RankedSentence> sentences,
        double answerable,
        List<String> missing,
        ReadQuestion question,
        List<Explanation> explanations) {

    /** @throws IllegalArgumentException when {@code answerable} is no probability or the ranks have a gap */
    public Ranking {
        if (!(answerable >= 0 && answerable <= 1)) {
            throw new IllegalArgumentException("answerable must be in [0, 1], got " + answerable);
        }
        articles = List.copyOf(articles);
        sentences = List.copyOf(sentences);
        missing = List.copyOf(missing);
        explanations = List.copyOf(explanations);
        for (int index = 0; index < sentences.size(); index++) {
            if (sentences.get(index).rank() != index + 1) {
                throw new IllegalArgumentException(
                        "ranks must run from 1, got " + sentences.get(index).rank() + " at index " + index);
            }
        }
    }

    /**
     * The article of that id among those searched.
     *
     * @throws IllegalArgumentException when it is not one of them
     */
    public Article article(String id) {
        return articles.stream()
                .filter(article -> article.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("article " + id + " was not searched"));
    }

    /** The words of a ranked sentence, copied from its article. */
    public String textOf(RankedSentence ranked) {
        return article(ranked.articleId()).textOf(ranked.sentence());
    }
}
