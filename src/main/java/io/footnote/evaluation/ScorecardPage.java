package io.footnote.evaluation;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A scorecard as one HTML page that needs no network and no script. For one page, by one thread. */
final class ScorecardPage {
    private final Scorecard scorecard;
    private final Html html = new Html();

    ScorecardPage(Scorecard scorecard) {
        this.scorecard = scorecard;
    }

    String html() {
        html.open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml");
        html.open("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        html.element("title", "Footnote: scorecard of " + scorecard.date());
        html.element("style", style());
        html.close();
        html.open("body").open("main");
        opening();
        for (Scorecard.Entry entry : scorecard.entries()) {
            dataSet(entry);
        }
        method();
        html.close().close().close();
        return "<!DOCTYPE html>\n" + html.finish();
    }

    private void opening() {
        html.element("h1", "Footnote: scorecard");
        html.element(
                "p",
                "Footnote answers questions about an article and shows, for every sentence it says, the sentence of the"
                        + " article that supports it. This page says how well it does that on public questions, beside"
                        + " well-known ways to find sentences, which were asked the same questions about the same"
                        + " sentences in the same run.");
        html.open("p").text("Measured on " + scorecard.date() + " by ");
        html.element("code", scorecard.command())
                .text(". " + ScorecardText.weights(scorecard.folds()))
                .close();
        html.element("h2", "What was measured");
        html.open("div", "class", "wide").open("table");
        header("data set", "kind", "texts", "items", "answerable", "unanswerable", "each question is asked of");
        for (Scorecard.Entry entry : scorecard.entries()) {
            html.open("tr");
            List<String> cells = ScorecardText.sizes(entry);
            html.element("th", cells.getFirst(), "scope", "row");
            cells.stream().skip(1).forEach(cell -> html.element("td", cell));
            html.close();
        }
        html.close().close();
    }

    private void dataSet(Scorecard.Entry entry) {
        html.open("section");
        html.element("h2", entry.outcomes().dataSet());
        QuestionComparison questions = entry.questions();
        if (questions != null && questions.answerable() > 0) {
            ranking(questions);
        }
        metrics(entry);
        if (questions != null) {
            answerability(questions);
            errors(questions);
        }
        html.close();
    }

    private void ranking(QuestionComparison questions) {
        html.element("h3", "Is the right sentence found?");
        html.element("p", ScorecardText.verdict(questions), "class", "verdict");
        List<RankedSystem> comparable = questions.systems().stream()
                .filter(RankedSystem::namesSentences)
                .toList();
        html.open("div", "class", "charts");
        for (String metric : List.of("hit@1", "hit@3")) {
            html.open("figure");
            IntervalChart.draw(html, comparable, metric, metric + " of Footnote and the baselines");
            html.element(
                    "figcaption",
                    metric + ": " + MetricGuide.of(metric).sentence()
                            + " Dots are the figures, lines their 95% intervals; the axis does not begin at 0.");
            html.close();
        }
        html.close();
        html.open("div", "class", "wide").open("table");
        header("", "hit@1", "hit@3", "MRR");
        for (RankedSystem system : questions.systems()) {
            html.open("tr", "class", system.lead() == null ? "ours" : "theirs");
            html.element("th", system.label(), "scope", "row");
            for (Map.Entry<String, @Nullable Double> figure : system.figures().entrySet()) {
                html.open("td").text(Numbers.share(figure.getValue()));
                html.element("small", Numbers.interval(system.intervals().get(figure.getKey())))
                        .close();
            }
            html.close();
        }
        html.close().close();
        html.element("p", "Each figure with its 95% interval.", "class", "note");
        leads(questions);
    }

    private void leads(QuestionComparison questions) {
        html.element("h3", "How far ahead is Footnote?");
        html.open("div", "class", "wide").open("table");
        header("Footnote less", "hit@1", "hit@3", "MRR");
        for (RankedSystem system : questions.systems()) {
            if (system.lead() == null) {
                continue;
            }
            html.open("tr").element("th", system.label(), "scope", "row");
            system.lead().values().forEach(lead -> {
                html.open("td", "class", lead.byQuestion().low() > 0 ? "ahead" : "open");
                html.text(Numbers.difference(lead.difference()));
                html.element("small", Numbers.differences(lead.byQuestion()) + " by question");
                html.element("small", Numbers.differences(lead.byArticle()) + " by article", "class", "stricter");
                html.close();
            });
            html.close();
        }
        html.close().close();
        html.element(
                "p",
                "Differences of the same questions, with the 95% interval of the paired bootstrap: drawing questions,"
                        + " and below it drawing articles with all their questions. In bold where the whole interval by"
                        + " question is above 0, so that chance is an unlikely explanation. LangChain4j's own segments are many"
                        + " sentences long and count as found when a right sentence is anywhere inside, so that row"
                        + " compares a sentence with a passage.",
                "class",
                "note");
    }

    private void metrics(Scorecard.Entry entry) {
        html.element("h3", "All figures");
        html.open("div", "class", "wide").open("table", "class", "metrics");
        header("figure", "value", "95% interval", "what it says");
        FiguresJson.metricsOf(entry.outcomes().figures()).forEach((name, value) -> {
            if (value == null) {
                return;
            }
            MetricGuide.Entry guide = MetricGuide.of(name);
            html.open("tr").element("th", guide.label(), "scope", "row");
            html.element(
                    "td", Numbers.share(value), "data-metric", entry.outcomes().dataSet() + " " + name);
            html.element("td", Numbers.interval(entry.intervals().get(name)));
            html.element("td", guide.sentence()).close();
        });
        html.close().close();
    }

    private void answerability(QuestionComparison questions) {
        List<Scored> given = questions.outcomes().stream()
                .map(outcome -> new Scored(outcome.confidence(), outcome.gold().answerable()))
                .toList();
        Double auc = RocCurve.area(given);
        if (auc == null) {
            return;
        }
        List<Scored> cosines = new ArrayList<>();
        for (int index = 0; index < given.size(); index++) {
            cosines.add(new Scored(
                    questions.baselines().get(index).cosine(), given.get(index).positive()));
        }
        html.element("h3", "Does it know what it cannot answer?");
        html.open("div", "class", "charts");
        html.open("figure");
        SquareChart.reliability(
                html, CalibrationError.bins(given), "reliability diagram of the probability of an answer");
        html.element(
                "figcaption",
                "Reliability: questions by the probability of an answer that was given, in ten bins. On the diagonal,"
                        + " of all questions given 70%, 70 in 100 are answerable; the larger a dot, the more questions.");
        html.close().open("figure");
        SquareChart.roc(
                html, RocCurve.points(given), RocCurve.points(cosines), "ROC curves of the probability and cosine");
        html.element(
                "figcaption",
                "ROC: how many questions of each kind are let through as the threshold falls. Solid: Footnote's"
                        + " probability, AUC " + Numbers.share(auc)
                        + ". Dashed: the greatest cosine of any sentence, AUC "
                        + Numbers.share(RocCurve.area(cosines)) + ". The diagonal is chance.");
        html.close().close();
    }

    private void errors(QuestionComparison questions) {
        html.element("h3", "What goes wrong");
        for (ErrorExamples.Kind kind : ErrorExamples.Kind.values()) {
            ErrorExamples errors = ErrorExamples.of(kind, questions);
            if (errors.all() == 0) {
                continue;
            }
            html.open("details");
            html.element(
                    "summary", kind.title() + ": " + errors.all() + " of " + ScorecardText.concerned(kind, questions));
            html.element(
                    "p",
                    kind.sentence()
                            + (errors.all() > errors.examples().size()
                                    ? " Shown: " + errors.examples().size() + ", evenly spread over the data set."
                                    : ""));
            errors.examples().forEach(example -> example(kind, example));
            html.close();
        }
    }

    private void example(ErrorExamples.Kind kind, ErrorExamples.Example example) {
        html.open("dl");
        html.element("dt", "Question").element("dd", example.question());
        if (example.right() != null) {
            html.element("dt", "Right").element("dd", example.right());
        } else {
            html.element("dt", "Right").element("dd", "to refuse: the article does not say");
        }
        boolean same = example.rank() == 1;
        html.element("dt", "Ranked first");
        html.element("dd", same ? "the right sentence" : example.first() == null ? "nothing" : example.first());
        html.element("dt", "Probability of an answer");
        html.element(
                "dd",
                Numbers.share(example.probability())
                        + (kind == ErrorExamples.Kind.WRONG_FIRST
                                ? example.rank() == 0
                                        ? "; no right sentence among the best ten"
                                        : "; the right sentence came at rank " + example.rank()
                                : ""));
        html.close();
    }

    private void method() {
        html.open("section").element("h2", "How to read this");
        html.open("ul");
        ScorecardText.METHOD.forEach(line -> html.element("li", line));
        html.close().element("h3", "The baselines").open("dl");
        for (Baseline baseline : Baseline.values()) {
            html.element("dt", baseline.label()).element("dd", baseline.description() + ".");
        }
        html.close().close();
    }

    private void header(String... cells) {
        html.open("tr");
        for (String cell : cells) {
            html.element("th", cell, "scope", "col");
        }
        html.close();
    }

    private static String style() {
        try (InputStream in = requireNonNull(
                ScorecardPage.class.getResourceAsStream("scorecard.css"), "the style sheet is in the jar")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
