package io.footnote.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation found, how sure that is, and how it compares: what a report shows. Immutable.
 *
 * @param report the figures
 * @param entries what is known beside them of each data set, in the same order
 * @param command how to come by it again
 * @param date when it was measured
 * @param folds into how many parts the articles were divided, so that what was measured on one was learned from the
 *     others; null when the weights that ship were measured
 */
public record Scorecard(
        EvaluationReport report,
        List<Entry> entries,
        String command,
        LocalDate date,
        @Nullable Integer folds) {

    /**
     * One data set.
     *
     * @param outcomes what became of its items
     * @param intervals where each metric lies, drawing items, by its name in JSON
     * @param questions how the baselines did, where it has questions
     */
    record Entry(
            Outcomes outcomes,
            Map<String, Interval> intervals,
            @Nullable QuestionComparison questions) {}

    /** What the baselines are asked with. */
    @FunctionalInterface
    public interface Baselines {
        /** What became of each question of a set, in its order. */
        List<BaselineOutcome> ask(QuestionSet set, boolean library);
    }

    /**
     * Makes a scorecard; asks the baselines and draws the intervals, which takes a while.
     *
     * @param report of these data sets, in this order
     * @param dataSets each with whether its questions were asked of all its articles at once
     * @param baselines what to compare with
     */
    public static Scorecard of(
            EvaluationReport report,
            List<Measured> dataSets,
            Baselines baselines,
            String command,
            LocalDate date,
            @Nullable Integer folds) {
        List<Entry> entries = new ArrayList<>();
        for (int index = 0; index < dataSets.size(); index++) {
            Outcomes outcomes = report.dataSets().get(index);
            Measured measured = dataSets.get(index);
            QuestionComparison questions = null;
            if (outcomes instanceof Outcomes.OfQuestions of && measured.dataSet() instanceof QuestionSet set) {
                questions = QuestionComparison.of(
                        set, measured.library(), of.outcomes(), baselines.ask(set, measured.library()));
            }
            entries.add(new Entry(outcomes, intervals(outcomes), questions));
        }
        return new Scorecard(report, List.copyOf(entries), command, date, folds);
    }

    /**
     * A data set and how it was measured.
     *
     * @param library whether its questions were asked of all its articles at once
     */
    public record Measured(DataSet dataSet, boolean library) {}

    private static Map<String, Interval> intervals(Outcomes outcomes) {
        return switch (outcomes) {
            case Outcomes.OfQuestions of -> intervals(of.outcomes(), QuestionFigures::of);
            case Outcomes.OfClaims of -> intervals(of.outcomes(), ClaimFigures::of);
            case Outcomes.OfSentences of -> intervals(of.outcomes(), SentenceFigures::of);
            case Outcomes.OfPages of -> intervals(of.outcomes(), PageFigures::of);
        };
    }

    private static <T> Map<String, Interval> intervals(List<T> items, Function<List<T>, Figures> figures) {
        return Bootstrap.intervals(Bootstrap.oneByOne(items), drawn -> FiguresJson.metricsOf(figures.apply(drawn)));
    }

    /** The figures as {@link EvaluationReport#toJson}, with {@code intervals} and {@code baselines} in each data set. */
    public String toJson() {
        return new FiguresJson().write(this);
    }

    /** One self-contained HTML page. */
    public String toHtml() {
        return new ScorecardPage(this).html();
    }

    /** The main tables in Markdown, without anything of the data sets' texts. */
    public String toMarkdown() {
        return new ScorecardMarkdown(this).markdown();
    }
}
