package io.footnote.evaluation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.footnote.grounding.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well claims were judged. Immutable. A figure is null where the class that it needs is missing.
 *
 * @param claims how many were judged
 * @param supported how many of them their evidence supports
 * @param unsupported the rest
 * @param auc how well the score separates supported claims from the rest: {@link RocCurve#area}
 * @param balancedAccuracy the mean of the next two
 * @param sensitivity the share of the supported claims that got the verdict supported
 * @param specificity the share of the others that got another verdict
 */
public record ClaimFigures(
        int claims,
        int supported,
        int unsupported,
        @Nullable Double auc,
        @JsonProperty("balanced_accuracy") @Nullable Double balancedAccuracy,
        @Nullable Double sensitivity,
        @Nullable Double specificity)
        implements Figures {

    @Override
    public String kind() {
        return "claims";
    }

    /** The figures of those outcomes. */
    public static ClaimFigures of(List<ClaimOutcome> outcomes) {
        Confusion verdicts = new Confusion(
                count(outcomes, true, true),
                count(outcomes, true, false),
                count(outcomes, false, true),
                count(outcomes, false, false));
        int supported = (int) (verdicts.truePositives() + verdicts.falseNegatives());
        return new ClaimFigures(
                outcomes.size(),
                supported,
                outcomes.size() - supported,
                RocCurve.area(outcomes.stream()
                        .map(outcome -> new Scored(
                                outcome.judged().score(), outcome.gold().supported()))
                        .toList()),
                verdicts.balancedAccuracy(),
                verdicts.recall(),
                verdicts.specificity());
    }

    private static long count(List<ClaimOutcome> outcomes, boolean judgedSupported, boolean supported) {
        return outcomes.stream()
                .filter(outcome -> (outcome.judged().verdict() == Verdict.SUPPORTED) == judgedSupported
                        && outcome.gold().supported() == supported)
                .count();
    }
}
