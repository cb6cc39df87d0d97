package io.footnote.evaluation;

import java.util.List;

/**
 * Questions on articles, with the places that answer them. Immutable.
 *
 * @param name the file's name without {@code .jsonl}
 * @param articles the articles in the order of the file, each with its questions; at least one question in all. The
 *     same text may come twice. A set of bare questions has one, the article they are about
 */
public record QuestionSet(String name, List<ArticleQuestions> articles) implements DataSet {

    /** @throws IllegalArgumentException when there is no question */
    public QuestionSet {
        articles = List.copyOf(articles);
        if (articles.stream().allMatch(article -> article.questions().isEmpty())) {
            throw new IllegalArgumentException("articles must have at least one question");
        }
    }

    @Override
    public int size() {
        return articles.stream().mapToInt(article -> article.questions().size()).sum();
    }
}
