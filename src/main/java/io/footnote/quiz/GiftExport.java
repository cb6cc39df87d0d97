package io.footnote.quiz;

import io.footnote.article.Article;
import java.util.List;
import java.util.function.Function;

/**
 * Items in GIFT, which Moodle imports: a title, the question and between braces its options, the right one marked by an
 * equals sign, with the source sentences as feedback. All of it is plain text, so an angle bracket is one. See <a
 * href="https://docs.moodle.org/en/GIFT_format">Moodle's description</a>.
 */
public final class GiftExport {
    private GiftExport() {}

    /**
     * The file's text.
     *
     * @param articles the article of an id
     */
    public static String of(List<QuizItem> items, Function<String, Article> articles) {
        StringBuilder file = new StringBuilder();
        for (QuizItem item : items) {
            Article article = articles.apply(item.articleId());
            file.append("// ").append(item.type().label()).append('\n');
            file.append("::").append(item.id()).append("::[plain]").append(text(item.question()));
            file.append(" {").append(item.type() == ItemType.TRUE_FALSE ? statement(item) : options(item));
            file.append("\n\t####").append(text(sources(item, article))).append("\n}\n\n");
        }
        return file.toString();
    }

    private static String statement(QuizItem item) {
        return item.key().equals(QuizItem.TRUE) ? "TRUE" : "FALSE";
    }

    private static String options(QuizItem item) {
        StringBuilder options = new StringBuilder();
        for (int index = 0; index < item.options().size(); index++) {
            options.append("\n\t")
                    .append(index == item.correct() ? '=' : '~')
                    .append(text(item.options().get(index)));
        }
        return options.toString();
    }

    private static String sources(QuizItem item, Article article) {
        return String.join(
                " ",
                item.evidence().stream()
                        .map(number -> article.textOf(article.sentence(number)))
                        .toList());
    }

    /** On one line, with a backslash before what GIFT gives a meaning to. */
    private static String text(String text) {
        return text.strip().replaceAll("\\s+", " ").replaceAll("[\\\\~=#{}:]", "\\\\$0");
    }
}
