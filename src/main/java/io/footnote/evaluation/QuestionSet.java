package io.footnote.evaluation;

import java.util.List;
import java.util.stream.Collectors;

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

    /**
     * All articles and questions of some sets as one, in their order.
     *
     * @param name what the set is called
     * @param sets at least one
     */
    public static QuestionSet joined(String name, List<QuestionSet> sets) {
        return new QuestionSet(
                name, sets.stream().flatMap(set -> set.articles().stream()).toList());
    }

    /** The names of some sets, for the set that joins them. */
    public static String names(List<QuestionSet> sets) {
        return sets.stream().map(QuestionSet::name).collect(Collectors.joining("+"));
    }

    @Override
    public int size() {
        return articles.stream().mapToInt(article -> article.questions().size()).sum();
    }
}
