package io.footnote.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well a program knows what it cannot answer. Immutable. All null when the questions are all answerable or all
 * unanswerable.
 *
 * @param auc how well the confidence separates answerable questions, which should get more of it, from unanswerable
 *     ones: {@link RocCurve#area}
 * @param precision the share of the refusals that are of unanswerable questions; null without a refusal
 * @param recall the share of the unanswerable questions that were refused
 * @param f1 the harmonic mean of the two
 * @param ece how far the confidence is from the share of answerable questions: {@link CalibrationError#expected}
 */
public record AbstentionFigures(
        @Nullable Double auc,
        @Nullable Double precision,
        @Nullable Double recall,
        @Nullable Double f1,
        @Nullable Double ece) {

    static AbstentionFigures of(List<QuestionOutcome> outcomes) {
        List<Scored> confidences = outcomes.stream()
                .map(outcome -> new Scored(outcome.confidence(), outcome.gold().answerable()))
                .toList();
        Double auc = RocCurve.area(confidences);
        if (auc == null) {
            return new AbstentionFigures(null, null, null, null, null);
        }
        Confusion refusals = new Confusion(
                count(outcomes, true, false),
                count(outcomes, true, true),
                count(outcomes, false, false),
                count(outcomes, false, true));
        return new AbstentionFigures(
                auc, refusals.precision(), refusals.recall(), refusals.f1(), CalibrationError.expected(confidences));
    }

    private static long count(List<QuestionOutcome> outcomes, boolean refused, boolean answerable) {
        return outcomes.stream()
                .filter(outcome ->
                        outcome.answered() != refused && outcome.gold().answerable() == answerable)
                .count();
    }
}
