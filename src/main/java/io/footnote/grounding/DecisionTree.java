package io.footnote.grounding;

/**
 * A way to a share of supported claims, by one feature of a claim and its evidence at a time. Immutable.
 */
public sealed interface DecisionTree {

    /** The share of supported claims among those it was learned from that came the same way, in [0, 1]. */
    double share(double[] features);

    /**
     * A fork in the way.
     *
     * @param feature which feature decides, its index in {@link SupportForest#features}
     * @param most the greatest value that goes on {@code below}
     * @param below the way of the lesser values
     * @param above the way of the greater ones
     */
    record Branch(int feature, double most, DecisionTree below, DecisionTree above) implements DecisionTree {
        /** @throws IllegalArgumentException when there is no such feature, or {@code most} is not finite */
        public Branch {
            if (feature < 0 || feature >= SupportForest.features().size() || !Double.isFinite(most)) {
                throw new IllegalArgumentException("a branch must be at a feature, got " + feature + " and " + most);
            }
        }

        @Override
        public double share(double[] features) {
            return (features[feature] <= most ? below : above).share(features);
        }
    }

    /**
     * The end of a way.
     *
     * @param supported how many claims that came here were supported
     * @param claims how many came here; at least 1
     */
    record Leaf(int supported, int claims) implements DecisionTree {
        /** @throws IllegalArgumentException when nothing came here, or more was supported than came */
        public Leaf {
            if (claims < 1 || supported < 0 || supported > claims) {
                throw new IllegalArgumentException(
                        "a leaf must have claims, some of them supported, got " + supported + "/" + claims);
            }
        }

        @Override
        public double share(double[] features) {
            return (double) supported / claims;
        }
    }
}
