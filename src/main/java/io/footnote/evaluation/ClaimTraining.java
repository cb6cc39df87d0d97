package io.footnote.evaluation;

import io.footnote.grounding.CitationGate;
import io.footnote.grounding.SupportWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Learns what speaks for support from sets of claims, by logistic regression over the gate's features. Claims that copy
 * their evidence teach nothing, since the gate passes them without a model. The same claims give the same weights on one
 * machine. For one thread.
 */
public final class ClaimTraining {
    private static final double PENALTY = 20;
    private static final int INNER_FOLDS = 4;
    private static final int LONG = SupportWeights.features().indexOf("long");

    private final CitationGate gate;
    private final List<Example> examples = new ArrayList<>();

    private record Example(String evidence, double[] row, boolean supported) {
        double[] features() {
            return Arrays.copyOfRange(row, 1, row.length);
        }

        boolean ofText() {
            return row[LONG + 1] > 0;
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
                    .ifPresent(features ->
                            examples.add(new Example(claim.evidence(), withConstant(features), claim.supported())));
            listener.advanced();
        }
        listener.finished();
    }

    private static double[] withConstant(double[] features) {
        double[] row = new double[features.length + 1];
        row[0] = 1;
        System.arraycopy(features, 0, row, 1, features.length);
        return row;
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
    public SupportWeights learn(Predicate<String> which) {
        List<Example> chosen =
                examples.stream().filter(one -> which.test(one.evidence())).toList();
        if (chosen.stream().map(Example::supported).distinct().count() < 2) {
            throw new DataSetException(
                    "There is nothing to learn from: name claims of both labels, on more evidence than there are"
                            + " folds.",
                    null);
        }
        SupportBounds bounds = SupportBounds.of(predicted(chosen));
        return new SupportWeights(fit(chosen), bounds.ofFew(), bounds.ofText());
    }

    private static double[] fit(List<Example> examples) {
        return LogisticRegression.fit(
                examples.stream().map(Example::row).toList(),
                examples.stream().map(Example::supported).toList(),
                PENALTY);
    }

    /** Each example with the probability that was learned without the examples on its evidence. */
    private static List<SupportBounds.Predicted> predicted(List<Example> examples) {
        List<SupportBounds.Predicted> predicted = new ArrayList<>();
        for (int fold = 0; fold < INNER_FOLDS; fold++) {
            int out = fold;
            List<Example> within =
                    examples.stream().filter(one -> innerFold(one) != out).toList();
            if (within.stream().map(Example::supported).distinct().count() == 2) {
                SupportWeights learned = new SupportWeights(fit(within));
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
