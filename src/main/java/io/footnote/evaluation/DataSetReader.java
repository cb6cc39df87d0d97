package io.footnote.evaluation;

import io.footnote.article.Article;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads data sets from JSON lines; the fields of the first line say the kind, and every line must be of that kind.
 *
 * <p>UTF-8, at most 8 MiB a line and two million lines; more is an error that says so. The objects are read one at a
 * time, and what is kept of them fits in memory together. Unknown fields are passed over. Safe for any number of
 * threads if the article maker is.
 */
public final class DataSetReader {
    private final ArticleMaker articles;
    private final @Nullable Article about;
    private final JsonLines.Limits limits;

    /**
     * @param articles makes the articles that question sets bring along
     * @param about the article that bare questions are about, or null when none was named
     */
    public DataSetReader(ArticleMaker articles, @Nullable Article about) {
        this(articles, about, JsonLines.Limits.standard());
    }

    DataSetReader(ArticleMaker articles, @Nullable Article about, JsonLines.Limits limits) {
        this.articles = articles;
        this.about = about;
        this.limits = limits;
    }

    /**
     * Reads a whole data set.
     *
     * @throws DataSetException when the file cannot be read, is empty, has a bad line, is of a kind that is not
     *     measured, or holds bare questions and no article was named for them
     */
    public DataSet read(Path file) {
        String name = nameOf(file);
        try (JsonLines lines = new JsonLines(file, limits)) {
            JsonLine first = lines.next();
            if (first == null) {
                throw new DataSetException(
                        file + " is empty: a data set has at least one line, a JSON object each.", null);
            }
            return switch (LineKind.of(first)) {
                case ARTICLE -> questionsOf(file, name, first, lines);
                case QUESTION -> bareQuestionsOf(file, name, first, lines);
                case CLAIM -> new ClaimSet(name, all(LineKind.CLAIM, first, lines, GoldLines::claim));
                case SENTENCES -> new SentenceSet(name, all(LineKind.SENTENCES, first, lines, GoldLines::split));
                case PAGE -> new PageSet(name, all(LineKind.PAGE, first, lines, line -> GoldLines.page(line, file)));
            };
        }
    }

    private QuestionSet questionsOf(Path file, String name, JsonLine first, JsonLines lines) {

        List<ArticleQuestions> read =
                all(LineKind.ARTICLE, first, lines, line -> GoldLines.articleQuestions(line, name, articles));
        if (read.stream().allMatch(article -> article.questions().isEmpty())) {
            throw new DataSetException(file + " asks nothing: every \"questions\" in it is an empty list.", null);
        }
        return new QuestionSet(name, read);
    }

    private QuestionSet bareQuestionsOf(Path file, String name, JsonLine first, JsonLines lines) {
        if (about == null) {
            throw new DataSetException(
                    file + " holds bare questions: name the article that they are about with --article.", null);
        }
        Article article = about;
        List<GoldQuestion> questions =
                all(LineKind.QUESTION, first, lines, line -> GoldLines.question(line, article.text()));
        return new QuestionSet(name, List.of(new ArticleQuestions(null, article, questions)));
    }

    private static <T> List<T> all(LineKind kind, JsonLine first, JsonLines lines, Function<JsonLine, T> parse) {
        List<T> parsed = new ArrayList<>();
        for (JsonLine line = first; line != null; line = lines.next()) {
            if (line != first && LineKind.of(line) != kind) {
                throw line.problem("the line holds " + LineKind.of(line).noun() + " where the first line holds "
                        + kind.noun() + ": put them into files of their own");
            }
            parsed.add(parse.apply(line));
        }
        return parsed;
    }

    private static String nameOf(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".jsonl") ? name.substring(0, name.length() - ".jsonl".length()) : name;
    }
}
