package io.footnote.quiz;

import io.footnote.article.Article;
import java.util.List;
import java.util.function.Function;

/**
 * Items as a text file that Anki imports: headers that say how to read it, then a note a line with question, answer,
 * source sentence and tags between tabs. The item's id is in the first column, so that importing again updates notes
 * instead of adding them. See <a href="https://docs.ankiweb.net/importing/text-files.html">Anki's manual</a>.
 */
public final class AnkiExport {
    private static final String HEAD = """
        #separator:tab
        #html:true
        #notetype:Basic
        #deck:Footnote
        #guid column:1
        #tags column:4
        """;

    private AnkiExport() {}

    /**
     * The file's text.
     *
     * @param articles the article of an id
     */
    public static String of(List<QuizItem> items, Function<String, Article> articles) {
        StringBuilder file = new StringBuilder(HEAD);
        for (QuizItem item : items) {
            Article article = articles.apply(item.articleId());
            file.append(item.id()).append('\t');
            file.append(front(item)).append('\t');
            file.append(back(item, article)).append('\t');
            file.append("footnote ").append(item.type().label()).append('\n');
        }
        return file.toString();
    }

    private static String front(QuizItem item) {
        StringBuilder front = new StringBuilder(field(item.question()));
        if (item.type() != ItemType.TRUE_FALSE) {
            front.append("<ul>");
            item.options()
                    .forEach(
                            option -> front.append("<li>").append(field(option)).append("</li>"));
            front.append("</ul>");
        }
        return front.toString();
    }

    private static String back(QuizItem item, Article article) {
        StringBuilder back = new StringBuilder("<b>").append(field(item.key())).append("</b>");
        for (int number : item.evidence()) {
            back.append("<blockquote>")
                    .append(field(article.textOf(article.sentence(number))))
                    .append("</blockquote>");
        }
        return back.append("<small>")
                .append(field(article.title()))
                .append("</small>")
                .toString();
    }

    /** On one line, without what would end a field, and escaped as HTML. */
    private static String field(String text) {
        return HtmlSheet.escaped(text.strip().replaceAll("\\s+", " ")).replace("\"", "&quot;");
    }
}
