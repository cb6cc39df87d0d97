package io.footnote.quiz;

import io.footnote.article.Article;
import java.util.List;
import java.util.function.Function;

/**
 * Items as a page to print: the questions with boxes to tick, and on a new page the key with the source sentences. It
 * needs nothing from elsewhere and runs no script.
 */
public final class HtmlSheet {
    private static final String HEAD = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <title>Quiz</title>
        <style>
        body { font: 12pt/1.4 serif; max-width: 42em; margin: 2em auto; padding: 0 1em; }
        li { margin-bottom: 1em; break-inside: avoid; }
        ul { list-style: none; margin: .3em 0 0; padding-left: 0; }
        ul li { margin: 0; padding-left: 1.5em; text-indent: -1.5em; }
        ul li::before { content: "\\2610"; display: inline-block; width: 1.5em; text-indent: 0; }
        blockquote { margin: .2em 0 0 1em; color: #333; }
        .key { break-before: page; }
        @media print { body { margin: 0; max-width: none; padding: 0; } h1 { margin-top: 0; } }
        </style>
        </head>
        <body>
        """;

    private HtmlSheet() {}

    /**
     * The page.
     *
     * @param articles the article of an id
     */
    public static String of(List<QuizItem> items, Function<String, Article> articles) {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("<h1>").append(escaped(titles(items, articles))).append("</h1>\n<ol>\n");
        for (QuizItem item : items) {
            page.append("<li>").append(escaped(item.question())).append("\n<ul>\n");
            item.options()
                    .forEach(option ->
                            page.append("<li>").append(escaped(option)).append("</li>\n"));
            page.append("</ul></li>\n");
        }
        page.append("</ol>\n<section class=\"key\">\n<h2>Key</h2>\n<ol>\n");
        for (QuizItem item : items) {
            Article article = articles.apply(item.articleId());
            page.append("<li><strong>").append(escaped(item.key())).append("</strong>\n");
            for (int number : item.evidence()) {
                String sentence = article.textOf(article.sentence(number)).replaceAll("\\s+", " ");
                page.append("<blockquote>").append(escaped(sentence)).append("</blockquote>\n");
            }
            page.append("</li>\n");
        }
        return page.append("</ol>\n</section>\n</body>\n</html>\n").toString();
    }

    private static String titles(List<QuizItem> items, Function<String, Article> articles) {
        return String.join(
                " · ",
                items.stream()
                        .map(item -> articles.apply(item.articleId()).title())
                        .distinct()
                        .toList());
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
