package io.footnote.evaluation;

import java.util.Map;

/**
 * What the baselines made of one question. Immutable.
 *
 * @param firstRight the rank of the first right sentence by each baseline, from 1; 0 when it is not among the best
 *     {@value QuestionOutcome#RANKED}, as on every unanswerable question
 * @param cosine the greatest cosine of any sentence, in [-1, 1]: the usual stand-in for a probability of an answer
 */
public record BaselineOutcome(Map<Baseline, Integer> firstRight, double cosine) {

    /** Makes the map immutable. */
    public BaselineOutcome {
        firstRight = Map.copyOf(firstRight);
    }
}
