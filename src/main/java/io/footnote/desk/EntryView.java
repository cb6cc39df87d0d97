package io.footnote.desk;

import io.footnote.answer.Abstained;
import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Flag;
import io.footnote.answer.Grounded;
import io.footnote.answer.Turn;
import io.footnote.article.Article;
import io.footnote.article.Sentence;
import io.footnote.grounding.CheckedStatement;
import io.footnote.grounding.Citation;
import io.footnote.model.ModelCall;
import io.footnote.retrieval.Explanation;
import io.footnote.retrieval.RankedSentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An entry as its page shows it: what readers wrote is masked or not, and everything is text by then. Immutable.
 *
 * @param masked whether anything personal is hidden
 */
record EntryView(
        AnswerTrace trace,
        String question,
        @Nullable String understoodAs,
        List<Turn> conversation,
        @Nullable Abstained abstained,
        List<Judged> statements,
        List<Judged> rejected,
        List<Text> articles,
        List<Ranked> ranking,
        List<Line> explanation,
        boolean masked) {

    /**
     * A statement with its judgement.
     *
     * @param markers the places it cites, such as {@code 4}, or {@code 2:4} for the second of several articles
     */
    record Judged(String text, List<Marker> markers, String verdict, String score, List<String> reasons) {}

    /**
     * A place in an article.
     *
     * @param anchor the sentence's id in the page
     */
    record Marker(String text, String anchor) {}

    /** An article with its sentences, or with none where it is no longer kept. */
    record Text(int number, String id, String title, List<Part> parts) {}

    /**
     * A sentence of an article.
     *
     * @param mark what it is to this answer: cited, candidate (ranked, not cited), or empty
     * @param rank its rank, or 0
     * @param paragraph whether it begins a paragraph
     */
    record Part(String anchor, int number, String text, String mark, int rank, boolean paragraph, boolean citable) {}

    /** A row of the ranking. */
    record Ranked(int rank, Marker place, String text, String score, boolean cited) {}

    /** A line of an explanation. @param depth from 0 */
    record Line(int depth, String what, String part) {}

    static EntryView of(AnswerTrace trace, List<Article> articles, UnaryOperator<String> mask, boolean masked) {
        Places places = new Places(trace.articleIds(), articles);
        Grounded grounded = trace.answer() instanceof Grounded answer ? answer : null;
        Set<Citation> cited = grounded == null
                ? Set.of()
                : grounded.statements().stream()
                        .flatMap(statement -> statement.statement().citations().stream())
                        .collect(Collectors.toSet());
        Map<Citation, Integer> ranks =
                trace.ranked().stream().collect(Collectors.toMap(EntryView::place, RankedSentence::rank, Math::min));
        List<Text> texts = new ArrayList<>();
        for (Article article : articles) {
            texts.add(places.text(article, cited, ranks));
        }
        List<Line> lines = new ArrayList<>();
        trace.explanations().forEach(explanation -> add(explanation, 0, lines));
        return new EntryView(
                trace,
                mask.apply(trace.question().text()),
                trace.understoodAs() == null ? null : mask.apply(trace.understoodAs()),
                trace.question().conversation().stream()
                        .map(turn -> new Turn(mask.apply(turn.question()), mask.apply(turn.answer()), turn.citations()))
                        .toList(),
                trace.answer() instanceof Abstained none ? none : null,
                grounded == null
                        ? List.of()
                        : grounded.statements().stream().map(places::judged).toList(),
                trace.rejected().stream().map(places::judged).toList(),
                texts,
                trace.ranked().stream()
                        .map(ranked -> new Ranked(
                                ranked.rank(),
                                places.marker(place(ranked)),
                                places.words(place(ranked)),
                                number(ranked.score()),
                                cited.contains(place(ranked))))
                        .toList(),
                lines,
                masked && personal(trace));
    }

    private static boolean personal(AnswerTrace trace) {
        return Masking.any(trace.question().text())
                || trace.question().conversation().stream()
                        .anyMatch(turn -> Masking.any(turn.question()) || Masking.any(turn.answer()))
                || trace.calls().stream().anyMatch(call -> call.reply() != null && Masking.any(call.reply()));
    }

    private static Citation place(RankedSentence ranked) {
        return new Citation(ranked.articleId(), ranked.sentence().number());
    }

    private static void add(Explanation explanation, int depth, List<Line> lines) {
        lines.add(new Line(depth, explanation.what(), number(explanation.part())));
        explanation.parts().forEach(part -> add(part, depth + 1, lines));
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /** Millionths of a US dollar as dollars. */
    static String dollars(long microdollars) {
        return String.format(Locale.ROOT, "%.4f", microdollars / 1e6);
    }

    /** What in the question or the articles was made harmless before a model saw it. */
    List<String> flags() {
        return trace.flags().stream().map(Flag::name).distinct().toList();
    }

    /** What came back from a model, for the page. */
    String reply(ModelCall call) {
        String reply = call.reply() == null ? "" : call.reply();
        return masked ? Masking.masked(reply) : reply;
    }

    /** How sentences are named in the page. */
    private record Places(List<String> ids, List<Article> articles) {
        Marker marker(Citation citation) {
            int number = ids.indexOf(citation.articleId()) + 1;
            String text = ids.size() > 1 ? number + ":" + citation.sentence() : "" + citation.sentence();
            return new Marker(text, "a" + number + "s" + citation.sentence());
        }

        String words(Citation citation) {
            return articles.stream()
                    .filter(article -> article.id().equals(citation.articleId()) && article.has(citation.sentence()))
                    .map(article -> article.textOf(article.sentence(citation.sentence())))
                    .findFirst()
                    .orElse("(the article is no longer kept)");
        }

        Judged judged(CheckedStatement checked) {
            return new Judged(
                    checked.statement().text(),
                    checked.statement().citations().stream().map(this::marker).toList(),
                    checked.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    number(checked.score()),
                    checked.reasons());
        }

        Text text(Article article, Set<Citation> cited, Map<Citation, Integer> ranks) {
            List<Part> parts = new ArrayList<>();
            int end = 0;
            for (Sentence sentence : article.sentences()) {
                Citation place = new Citation(article.id(), sentence.number());
                int rank = ranks.getOrDefault(place, 0);
                parts.add(new Part(
                        marker(place).anchor(),
                        sentence.number(),
                        article.textOf(sentence),
                        cited.contains(place) ? "cited" : rank > 0 ? "candidate" : "",
                        rank,
                        article.text()
                                        .substring(end, sentence.start())
                                        .chars()
                                        .filter(unit -> unit == '\n')
                                        .count()
                                > 1,
                        sentence.citable()));
                end = sentence.end();
            }
            return new Text(ids.indexOf(article.id()) + 1, article.id(), article.title(), parts);
        }
    }
}
