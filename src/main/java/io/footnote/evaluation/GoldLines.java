package io.footnote.evaluation;

import io.footnote.answer.Question;
import io.footnote.answer.QuestionException;
import io.footnote.article.Article;
import io.footnote.language.Span;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Makes gold data from the lines of a data set. */
final class GoldLines {
    private static final Pattern PAGE_ID = Pattern.compile("[A-Za-z0-9_-]{1,200}");

    private GoldLines() {}

    /** An article with its questions; {@code set} names the data set. */
    static ArticleQuestions articleQuestions(JsonLine line, String set, ArticleMaker articles) {
        String id = line.text("id");
        String text = line.text("text");
        Article article = article(line, set + "#" + id, text, articles);
        List<GoldQuestion> questions = new ArrayList<>();
        for (JsonLine question : line.list("questions")) {
            questions.add(question(question.requireObject(), text));
        }
        return new ArticleQuestions(id, article, questions);
    }

    private static Article article(JsonLine line, String source, String text, ArticleMaker articles) {
        Article article;
        try {
            article = articles.fromText(source, line.textOrNull("title"), text);
        } catch (RuntimeException e) {
            // whoever makes articles says in its own exception why a text is none; the line is known only here
            throw line.problem("\"text\" cannot be an article (" + e.getMessage() + ")", e);
        }
        if (!article.text().equals(text)) {
            throw line.problem("\"text\" is changed when it becomes an article, so that offsets would not count in it:"
                    + " leave out the byte-order mark and control characters");
        }
        return article;
    }

    /** A question about an article of that text. */
    static GoldQuestion question(JsonLine line, String text) {
        String id = line.text("id");
        String question = line.text("question");
        try {
            Question.of(question, Instant.EPOCH);
        } catch (QuestionException e) {
            throw line.problem("question \"" + id + "\" cannot be asked (" + e.getMessage() + ")", e);
        }
        boolean answerable = line.truth("answerable");
        List<Support> support = new ArrayList<>();
        if (answerable) {
            for (JsonLine place : line.list("support")) {
                support.add(support(place, text));
            }
            if (support.isEmpty()) {
                throw line.problem("\"support\" of the answerable question \"" + id
                        + "\" is empty: give at least one span or snippet");
            }
        }
        return new GoldQuestion(id, question, answerable, line.textOrNull("answer"), support);
    }

    private static Support support(JsonLine place, String text) {
        if (place.object().isTextual()) {
            String snippet = place.object().textValue();
            if (snippet.isBlank()) {
                throw place.problem(place.path() + " is empty: give words of the article");
            }
            return new Support.Snippet(snippet);
        }
        if (!place.object().isObject()) {
            throw place.problem(place.path() + " must be a snippet or {\"start\",\"end\"}");
        }
        int start = place.offset("start");
        int end = place.offset("end");
        if (end <= start || end > text.length()) {
            throw place.problem(place.path() + " is [" + start + ", " + end + "), which is no span of a text of "
                    + text.length() + " UTF-16 units");
        }
        return new Support.Place(new Span(start, end));
    }

    /** A labelled claim. */
    static GoldClaim claim(JsonLine line) {
        String label = line.text("label");
        boolean supported = switch (label) {
            case "supported" -> true;
            case "unsupported" -> false;
            default -> throw line.problem("\"label\" must be supported or unsupported, got \"" + label + "\"");
        };
        return new GoldClaim(line.text("id"), line.text("claim"), line.text("evidence"), supported);
    }

    /** A web page, whose file is in the folder {@code pages} beside the data set. */
    static GoldPage page(JsonLine line, Path dataSet) {
        String id = line.text("id");
        if (!PAGE_ID.matcher(id).matches()) {
            throw line.problem("\"id\" names the page's file: 1 to 200 of letters, digits, - and _");
        }
        return new GoldPage(
                id,
                line.text("url"),
                line.text("body"),
                dataSet.resolveSibling("pages").resolve(id + ".html.gz"));
    }

    /** A text with its sentences, which must be in it in that order. */
    static GoldSplit split(JsonLine line) {
        String text = line.text("text");
        List<String> sentences = new ArrayList<>();
        for (JsonLine sentence : line.list("sentences")) {
            if (!sentence.object().isTextual()) {
                throw sentence.problem(sentence.path() + " must be text");
            }
            sentences.add(sentence.object().textValue());
        }
        if (sentences.isEmpty()) {
            throw line.problem("\"sentences\" is empty: give the sentences of the text");
        }
        List<Span> spans = GoldSplit.locate(text, sentences);
        if (spans.size() < sentences.size()) {
            throw line.problem("sentences[" + spans.size() + "] is not in the text after the one before it:"
                    + " give the sentences verbatim and in order");
        }
        return new GoldSplit(line.text("id"), text, spans);
    }
}
