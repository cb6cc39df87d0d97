package io.footnote.cli;

import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Flag;
import io.footnote.answer.Grounded;
import io.footnote.answer.Step;
import io.footnote.article.Article;
import io.footnote.grounding.CheckedStatement;
import io.footnote.model.ModelCall;
import io.footnote.retrieval.Explanation;
import io.footnote.retrieval.RankedSentence;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How an answer came about, as a person reads it: trees of sums, the sentences in their order, and what the gate found. */
final class ExplanationText {
    private static final String INDENT = "  ";

    private final PrintWriter out;

    ExplanationText(Terminal terminal) {
        this.out = terminal.out();
    }

    /** @param articles those asked about, as far as they are still kept */
    void print(AnswerTrace trace, List<Article> articles) {
        out.println();
        out.printf(
                Locale.ROOT,
                "probability that the article answers: %.3f%n",
                trace.answer().confidence());
        for (RankedSentence ranked : trace.ranked()) {
            out.printf(Locale.ROOT, "%2d. %.4f", ranked.rank(), ranked.score());
            articles.stream()
                    .filter(article -> article.id().equals(ranked.articleId()))
                    .forEach(article -> out.print(INDENT + AnswerText.oneLine(article.textOf(ranked.sentence()))));
            out.println();
        }
        trace.explanations().forEach(explanation -> {
            out.println();
            print(explanation, "");
        });
        out.println();
        if (trace.answer() instanceof Grounded grounded) {
            grounded.statements().forEach(this::print);
        }
        trace.rejected().forEach(this::print);
        trace.steps().forEach(this::print);
        trace.calls().forEach(this::print);
        if (!trace.flags().isEmpty()) {
            out.println(
                    "not plain text: " + trace.flags().stream().map(Flag::name).collect(Collectors.joining(", ")));
        }
    }

    private void print(Step step) {
        String about = step.about();
        out.println("step: " + step.kind().words() + (about == null ? "" : ": " + AnswerText.oneLine(about)));
        step.reasons().forEach(reason -> out.println(INDENT + AnswerText.oneLine(reason)));
    }

    private void print(ModelCall call) {
        Long cost = call.costMicrodollars();
        out.printf(
                Locale.ROOT,
                "call: %s %s %s in %d ms, prompt %.8s, tokens %s in %s out, cost %s%n",
                call.engine(),
                call.task(),
                call.outcome().words(),
                call.took().toMillis(),
                call.promptHash(),
                call.inputTokens() == null ? "?" : call.inputTokens(),
                call.outputTokens() == null ? "?" : call.outputTokens(),
                cost == null ? "unknown" : String.format(Locale.ROOT, "%.6f US dollars", cost / 1e6));
    }

    private void print(Explanation explanation, String indent) {
        out.printf(Locale.ROOT, "%s%+.4f  %s", indent, explanation.part(), explanation.what());
        Double value = explanation.value();
        Double scaled = explanation.scaled();
        Double weight = explanation.weight();
        if (value != null && scaled != null && weight != null) {
            out.printf(Locale.ROOT, " = %.4f", value);
            if (!scaled.equals(value)) {
                out.printf(Locale.ROOT, ", scaled %+.4f", scaled);
            }
            out.printf(Locale.ROOT, ", weight %+.4f", weight);
        }
        out.println();
        explanation.parts().forEach(part -> print(part, indent + INDENT));
    }

    /** A verdict and what it rests on. */
    private void print(CheckedStatement checked) {
        out.printf(
                Locale.ROOT,
                "gate: %s %.3f: %s%n",
                checked.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                checked.score(),
                AnswerText.oneLine(checked.statement().text()));
        if (checked.supported()) {
            out.println(INDENT
                    + (checked.score() == 1
                            ? "it copies the evidence word for word"
                            : "no rule speaks against it; the score is by its words and their order"));
        }
        checked.reasons().forEach(reason -> out.println(INDENT + AnswerText.oneLine(reason)));
    }
}
