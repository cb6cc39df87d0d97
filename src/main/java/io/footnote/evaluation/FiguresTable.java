package io.footnote.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes figures as tables of aligned columns, one for each kind of data. */
final class FiguresTable {
    private static final List<String> QUESTIONS = List.of(
            "questions",
            "n",
            "hit@1",
            "hit@3",
            "MRR",
            "citeP",
            "citeR",
            "answered",
            "refused",
            "short",
            "AUC",
            "refP",
            "refR",
            "refF1",
            "ECE",
            "p50 ms",
            "p95 ms",
            "p99 ms");
    private static final String QUESTIONS_LEGEND = "hit@k: a right sentence among the first k; MRR: mean reciprocal"
            + " rank; citeP, citeR: precision and recall of citations; answered: of the answerable ones; refused: of"
            + " the unanswerable ones; short: token F1 of the short answer; AUC, ECE: of the confidence; refP, refR,"
            + " refF1: of refusing; p50, p95, p99: percentiles of the time to an answer.";
    private static final List<String> CLAIMS =
            List.of("claims", "n", "supported", "AUC", "balanced", "sensitivity", "specificity");
    private static final String CLAIMS_LEGEND = "AUC: of the score, supported against the rest; balanced: accuracy of"
            + " the verdict, the mean of sensitivity (supported ones accepted) and specificity (others not accepted).";
    private static final List<String> SENTENCES =
            List.of("sentences", "texts", "n", "exact", "boundaryF1", "innerF1", "mismatches");
    private static final String SENTENCES_LEGEND = "exact: texts split exactly as the gold; boundaryF1: of the ends of"
            + " sentences; innerF1: of those within a paragraph; mismatches: spans that are no sentence's place.";

    private static final List<String> PAGES = List.of("pages", "n", "precision", "recall", "F1");
    private static final String PAGES_LEGEND = "precision, recall: of shingles of four words, the means over pages;"
            + " F1: the harmonic mean of these means.";

    String write(EvaluationReport report) {
        StringBuilder text = new StringBuilder();
        section(report, "questions", QUESTIONS, QUESTIONS_LEGEND, text);
        section(report, "claims", CLAIMS, CLAIMS_LEGEND, text);
        section(report, "sentences", SENTENCES, SENTENCES_LEGEND, text);
        section(report, "pages", PAGES, PAGES_LEGEND, text);
        return text.toString();
    }

    private static void section(
            EvaluationReport report, String kind, List<String> header, String legend, StringBuilder text) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(header);
        for (Outcomes outcomes : report.dataSets()) {
            Figures figures = outcomes.figures();
            if (figures.kind().equals(kind)) {
                rows.add(row(outcomes.dataSet(), figures));
            }
        }
        if (rows.size() == 1) {
            return;
        }
        if (rows.size() > 2) {
            report.overall().stream()
                    .filter(figures -> figures.kind().equals(kind))
                    .forEach(figures -> rows.add(row("over all", figures)));
        }
        text.append(text.isEmpty() ? "" : "\n");
        align(rows, text);
        text.append(legend).append('\n');
        if (kind.equals("questions")) {
            warn(report, text);
        }
    }

    /** Gold that no answer can meet makes every figure look worse than it is. */
    private static void warn(EvaluationReport report, StringBuilder text) {
        for (Outcomes outcomes : report.dataSets()) {
            if (outcomes.figures() instanceof QuestionFigures figures && figures.unattainable() > 0) {
                text.append(String.format(
                        Locale.ROOT,
                        "%s: %d of %d answerable questions have no support in their article: check the snippets.\n",
                        outcomes.dataSet(),
                        figures.unattainable(),
                        figures.answerable()));
            }
        }
    }

    private static List<String> row(String name, Figures figures) {
        return switch (figures) {
            case QuestionFigures of ->
                List.of(
                        name,
                        String.valueOf(of.questions()),
                        share(of.hitAt1()),
                        share(of.hitAt3()),
                        share(of.mrr()),
                        share(of.citationPrecision()),
                        share(of.citationRecall()),
                        of.answeredCount() + "/" + of.answerable(),
                        of.refusedCount() + "/" + of.unanswerable(),
                        share(of.shortF1()),
                        share(of.abstention().auc()),
                        share(of.abstention().precision()),
                        share(of.abstention().recall()),
                        share(of.abstention().f1()),
                        share(of.abstention().ece()),
                        millis(of.millis().p50()),
                        millis(of.millis().p95()),
                        millis(of.millis().p99()));
            case ClaimFigures of ->
                List.of(
                        name,
                        String.valueOf(of.claims()),
                        String.valueOf(of.supported()),
                        share(of.auc()),
                        share(of.balancedAccuracy()),
                        share(of.sensitivity()),
                        share(of.specificity()));
            case SentenceFigures of ->
                List.of(
                        name,
                        String.valueOf(of.texts()),
                        String.valueOf(of.sentences()),
                        of.exactCount() + "/" + of.texts(),
                        share(of.boundaryF1()),
                        share(of.innerBoundaryF1()),
                        String.valueOf(of.substringMismatches()));
            case PageFigures of ->
                List.of(name, String.valueOf(of.pages()), share(of.precision()), share(of.recall()), share(of.f1()));
        };
    }

    private static void align(List<List<String>> rows, StringBuilder text) {
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                int at = column;
                int width = rows.stream()
                        .mapToInt(other -> other.get(at).length())
                        .max()
                        .orElse(0);
                String padding = " ".repeat(width - row.get(column).length());
                // names to the left, numbers to the right
                line.append(column == 0 ? row.get(column) + padding : "  " + padding + row.get(column));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private static String share(@Nullable Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String millis(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
