package io.footnote.evaluation;

import io.footnote.grounding.CitationGate;
import io.footnote.grounding.DecisionTree;
import io.footnote.grounding.SupportForest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Learns what speaks for support from sets of claims, by randomised trees over the gate's features. Claims that copy their
 * evidence teach nothing, since the gate passes them without a model. The same claims give the same weights on one
 * machine. For one thread.
 */
public final class ClaimTraining {
    private static final int INNER_FOLDS = 4;
    private static final int LONG = SupportForest.features().indexOf("long");

    private final CitationGate gate;
    private final List<Example> examples = new ArrayList<>();

    private record Example(String evidence, double[] features, boolean supported) {
        boolean ofText() {
            return features[LONG] > 0;
        }
    }

    /** @param gate has a model, whatever its weights */
    public ClaimTraining(CitationGate gate) {
        this.gate = gate;
    }

    /** Takes in the claims of a set. */
    public void add(ClaimSet set, EvaluationListener listener) {
        listener.started(set);
        for (GoldClaim claim : set.claims()) {
            gate.features(claim.claim(), claim.evidence())
                    .ifPresent(features -> examples.add(new Example(claim.evidence(), features, claim.supported())));
            listener.advanced();
        }
        listener.finished();
    }

    /** How many claims there are to learn from. */
    public int size() {
        return examples.size();
    }

    /**
     * Learns from the claims on some evidence.
     *
     * @param which the evidence to learn from
     * @throws DataSetException when the claims on it are not of both kinds
     */
    public SupportForest learn(Predicate<String> which) {
        List<Example> chosen =
                examples.stream().filter(one -> which.test(one.evidence())).toList();
        if (chosen.stream().map(Example::supported).distinct().count() < 2) {
            throw new DataSetException(
                    "There is nothing to learn from: name claims of both labels, on more evidence than there are"
                            + " folds.",
                    null);
        }
        SupportBounds bounds = SupportBounds.of(predicted(chosen));
        return new SupportForest(fit(chosen), bounds.ofFew(), bounds.ofText());
    }

    private static List<DecisionTree> fit(List<Example> examples) {
        return ExtraTrees.fit(
                examples.stream().map(Example::features).toList(),
                examples.stream().map(Example::supported).toList());
    }

    /** Each example with the probability that was learned without the examples on its evidence. */
    private static List<SupportBounds.Predicted> predicted(List<Example> examples) {
        List<SupportBounds.Predicted> predicted = new ArrayList<>();
        for (int fold = 0; fold < INNER_FOLDS; fold++) {
            int out = fold;
            List<Example> within =
                    examples.stream().filter(one -> innerFold(one) != out).toList();
            if (within.stream().map(Example::supported).distinct().count() == 2) {
                SupportForest learned = new SupportForest(fit(within));
                examples.stream()
                        .filter(one -> innerFold(one) == out)
                        .map(one -> new SupportBounds.Predicted(
                                learned.probability(one.features()), one.supported(), one.ofText()))
                        .forEach(predicted::add);
            }
        }
        return predicted;
    }

    private static int innerFold(Example example) {
        return Math.floorMod(example.evidence().hashCode(), INNER_FOLDS);
    }
}
