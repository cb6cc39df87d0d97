package io.footnote.evaluation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A scorecard's tables in Markdown, without anything of the data sets' texts. For one page, by one thread. */
final class ScorecardMarkdown {
    private final Scorecard scorecard;
    private final StringBuilder out = new StringBuilder();

    ScorecardMarkdown(Scorecard scorecard) {
        this.scorecard = scorecard;
    }

    String markdown() {
        line("# Scorecard", "");
        line("Written by the command below, which also makes a page with charts and examples of errors.", "");
        line("```", scorecard.command(), "```", "");
        line("Measured on " + scorecard.date() + ". " + ScorecardText.weights(scorecard.folds()), "");
        row("data set", "kind", "texts", "items", "answerable", "unanswerable", "each question is asked of");
        rule(7);
        scorecard.entries().forEach(entry -> row(ScorecardText.sizes(entry).toArray(String[]::new)));
        scorecard.entries().forEach(this::dataSet);
        line("", "## How to read this", "");
        ScorecardText.METHOD.forEach(line -> line("- " + line));
        for (Baseline baseline : Baseline.values()) {
            line("- " + baseline.label() + ": " + baseline.description() + ".");
        }
        return out.toString();
    }

    private void dataSet(Scorecard.Entry entry) {
        line("", "## " + entry.outcomes().dataSet(), "");
        QuestionComparison questions = entry.questions();
        if (questions != null && questions.answerable() > 0) {
            line(ScorecardText.verdict(questions), "");
            ranking(questions);
            line("");
        }
        row("figure", "value", "95% interval");
        rule(3);
        FiguresJson.metricsOf(entry.outcomes().figures()).forEach((name, value) -> {
            // times are of one machine and one hour
            if (value != null && !MetricGuide.isTime(name)) {
                row(
                        MetricGuide.of(name).label(),
                        Numbers.share(value),
                        Numbers.interval(entry.intervals().get(name)));
            }
        });
    }

    private void ranking(QuestionComparison questions) {
        row("", "hit@1", "hit@3", "MRR", "Footnote ahead at hit@1", "at hit@3", "at MRR");
        rule(7);
        for (RankedSystem system : questions.systems()) {
            StringBuilder row = new StringBuilder("| ").append(system.label());
            for (Map.Entry<String, @Nullable Double> figure : system.figures().entrySet()) {
                row.append(" | ")
                        .append(Numbers.share(figure.getValue()))
                        .append(" (")
                        .append(Numbers.interval(system.intervals().get(figure.getKey())))
                        .append(')');
            }
            Map<String, RankedSystem.Lead> leads = system.lead();
            for (String metric : List.of("hit@1", "hit@3", "mrr")) {
                RankedSystem.Lead lead = leads == null ? null : leads.get(metric);
                row.append(" | ")
                        .append(
                                lead == null
                                        ? ""
                                        : Numbers.difference(lead.difference()) + " ("
                                                + Numbers.differences(lead.byQuestion()) + ")");
            }
            line(row.append(" |").toString());
        }
    }

    private void row(String... cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private void rule(int columns) {
        line("|" + "---|".repeat(columns));
    }

    private void line(String... lines) {
        for (String line : lines) {
            out.append(line).append('\n');
        }
    }
}
