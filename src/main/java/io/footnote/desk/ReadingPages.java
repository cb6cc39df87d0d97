package io.footnote.desk;

import io.footnote.article.Article;
import io.footnote.article.Sentence;
import io.footnote.storage.Articles;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An article to read, for everybody: every sentence has an anchor, those asked for are highlighted. Safe for any number of
 * threads.
 */
final class ReadingPages {
    /** The path of a page, with the article's id. */
    static final String PATH = "/read/{id}";

    /** How many sentences can be highlighted. */
    static final int MAX_MARKED = 20;

    private static final Pattern ID = Pattern.compile("[0-9a-zA-Z-]{1,128}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
    private static final Pattern PARAGRAPH = Pattern.compile("\\n[ \\t\\r]*\\n");

    private final Articles articles;
    private final Pages pages;

    ReadingPages(Articles articles, Pages pages) {
        this.articles = articles;
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        routes.get(PATH, this::show);
    }

    /** A paragraph. @param kind what it is */
    record Paragraph(Kind kind, List<Line> lines) {}

    /** What a paragraph is. */
    enum Kind {
        /** The article's title. */
        TITLE,
        /** A headline or the like, of which nothing is cited. */
        HEADING,
        /** Text. */
        TEXT
    }

    /** A sentence. @param marked whether it was asked for */
    record Line(int number, String text, boolean marked) {}

    private void show(Context context) {
        String id = context.pathParam("id");
        if (!ID.matcher(id).matches()) {
            throw Refusal.notFound("article");
        }
        Article article = articles.find(id).orElseThrow(() -> Refusal.notFound("article"));
        Map<String, Object> values = new HashMap<>();
        values.put("article", article);
        List<Paragraph> paragraphs = paragraphs(article, marked(context.queryParam("s")));
        values.put("paragraphs", paragraphs);
        values.put("titled", paragraphs.stream().anyMatch(paragraph -> paragraph.kind() == Kind.TITLE));
        pages.send(context, "reading", article.title(), null, values);
    }

    /** The numbers in {@code 4,7}; anything else is passed over. */
    static Set<Integer> marked(@Nullable String value) {
        Set<Integer> numbers = new HashSet<>();
        if (value != null) {
            Matcher matcher = NUMBER.matcher(value);
            while (matcher.find() && numbers.size() < MAX_MARKED) {
                numbers.add(Integer.parseInt(matcher.group()));
            }
        }
        return numbers;
    }

    static List<Paragraph> paragraphs(Article article, Set<Integer> marked) {
        List<Paragraph> paragraphs = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        Kind kind = Kind.TITLE;
        int end = 0;
        for (Sentence sentence : article.sentences()) {
            String text = article.textOf(sentence);
            Kind next = sentence.citable() ? Kind.TEXT : text.equals(article.title()) ? Kind.TITLE : Kind.HEADING;
            String between = article.text().substring(end, sentence.start());
            if (!lines.isEmpty() && (next != kind || PARAGRAPH.matcher(between).find())) {
                paragraphs.add(new Paragraph(kind, List.copyOf(lines)));
                lines.clear();
            }
            kind = next;
            lines.add(new Line(sentence.number(), text, marked.contains(sentence.number())));
            end = sentence.end();
        }
        if (!lines.isEmpty()) {
            paragraphs.add(new Paragraph(kind, List.copyOf(lines)));
        }
        return paragraphs;
    }
}
