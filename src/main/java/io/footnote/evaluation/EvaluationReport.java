package io.footnote.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * What an evaluation found. Immutable.
 *
 * @param dataSets what became of each data set, in the order they were given; at least one
 */
public record EvaluationReport(List<Outcomes> dataSets) {

    /** @throws IllegalArgumentException when there is no data set */
    public EvaluationReport {
        dataSets = List.copyOf(dataSets);
        if (dataSets.isEmpty()) {
            throw new IllegalArgumentException("dataSets must not be empty");
        }
    }

    /**
     * The figures over all data sets, one for each kind among them: items are pooled, so that a large set counts for
     * more than a small one.
     */
    public List<Figures> overall() {
        List<QuestionOutcome> questions = new ArrayList<>();
        List<ClaimOutcome> claims = new ArrayList<>();
        List<SplitOutcome> splits = new ArrayList<>();
        List<PageOutcome> pages = new ArrayList<>();
        for (Outcomes outcomes : dataSets) {
            switch (outcomes) {
                case Outcomes.OfQuestions of -> questions.addAll(of.outcomes());
                case Outcomes.OfClaims of -> claims.addAll(of.outcomes());
                case Outcomes.OfSentences of -> splits.addAll(of.outcomes());
                case Outcomes.OfPages of -> pages.addAll(of.outcomes());
            }
        }
        List<Figures> overall = new ArrayList<>();
        if (!questions.isEmpty()) {
            overall.add(QuestionFigures.of(questions));
        }
        if (!claims.isEmpty()) {
            overall.add(ClaimFigures.of(claims));
        }
        if (!splits.isEmpty()) {
            overall.add(SentenceFigures.of(splits));
        }
        if (!pages.isEmpty()) {
            overall.add(PageFigures.of(pages));
        }
        return List.copyOf(overall);
    }

    /**
     * The figures as JSON on one line, without a line end: {@code {"datasets":[{"dataset":…,"kind":…,…}],
     * "overall":{…}}}. Numbers have at most four decimals. The overall object has the fields of every kind measured.
     */
    public String toJson() {
        return new FiguresJson().write(this);
    }

    /** The figures as a table for people, lines ended by {@code \n}, with a line that explains its columns. */
    public String toTable() {
        return new FiguresTable().write(this);
    }
}
