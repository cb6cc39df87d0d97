package io.footnote.evaluation;

import io.footnote.grounding.DecisionTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Learns decision trees that differ by chance and whose mean is a probability: extremely randomised trees (Geurts, Ernst
 * and Wehenkel, 2006, <i>Extremely randomized trees</i>, Machine Learning 63). Of some features drawn at each branch,
 * each cut at a value drawn between the least and the greatest, the one that leaves the least impurity (Gini) decides.
 * Seeded: the same examples in the same order give the same trees. For one thread.
 */
final class ExtraTrees {
    /** More make it steadier, but hardly better. */
    private static final int TREES = 100;
    /** Of the features that still vary, the share looked at for a branch. */
    private static final double SHARE_OF_FEATURES = 0.3;
    /** How many examples must come to a leaf at least. */
    private static final int LEAST_IN_LEAF = 3;
    /** What values are cut at has so many decimals, so that it is written as it was learned. */
    private static final double DECIMALS = 1e4;

    private static final long SEED = 1;

    private final double[][] rows;
    private final int[] positive;
    private final SplittableRandom random;

    private ExtraTrees(double[][] rows, int[] positive, SplittableRandom random) {
        this.rows = rows;
        this.positive = positive;
        this.random = random;
    }

    /** A feature, what it is cut at, and the impurity that is left: less is better. */
    private record Cut(int feature, double most, double impurity) {}

    /**
     * @param rows the features of each example; at least one example
     * @param positive whether each is positive
     */
    static List<DecisionTree> fit(List<double[]> rows, List<Boolean> positive) {
        SplittableRandom random = new SplittableRandom(SEED);
        List<DecisionTree> trees = new ArrayList<>();
        int[] all = new int[rows.size()];
        Arrays.setAll(all, index -> index);
        double[][] values = rows.toArray(double[][]::new);
        int[] ones = positive.stream().mapToInt(one -> one ? 1 : 0).toArray();
        for (int tree = 0; tree < TREES; tree++) {
            trees.add(new ExtraTrees(values, ones, random.split()).grow(all));
        }
        return trees;
    }

    private DecisionTree grow(int[] members) {
        int supported = count(members);
        boolean pure = supported == 0 || supported == members.length;
        Cut best = pure || members.length < 2 * LEAST_IN_LEAF ? null : best(members);
        if (best == null) {
            return new DecisionTree.Leaf(supported, members.length);
        }
        return new DecisionTree.Branch(
                best.feature(), best.most(), grow(side(members, best, true)), grow(side(members, best, false)));
    }

    private int count(int[] members) {
        int count = 0;
        for (int member : members) {
            count += positive[member];
        }
        return count;
    }

    private int[] side(int[] members, Cut cut, boolean below) {
        return Arrays.stream(members)
                .filter(member -> (rows[member][cut.feature()] <= cut.most()) == below)
                .toArray();
    }

    /** The best of the cuts drawn; null where every one would leave too few on a side. */
    private @Nullable Cut best(int[] members) {
        int[] features = shuffled(rows[0].length);
        int open = (int) Math.round(SHARE_OF_FEATURES * features.length);
        Cut best = null;
        double impurity = Double.POSITIVE_INFINITY;
        for (int next = 0; next < features.length && open > 0; next++) {
            Cut cut = drawn(members, features[next]);
            if (cut != null) {
                open--;
                best = cut.impurity() < impurity ? cut : best;
                impurity = Math.min(impurity, cut.impurity());
            }
        }
        return best;
    }

    /** A cut between the least and the greatest value; null where both are the same. */
    private @Nullable Cut drawn(int[] members, int feature) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int member : members) {
            least = Math.min(least, rows[member][feature]);
            greatest = Math.max(greatest, rows[member][feature]);
        }
        if (least == greatest) {
            return null;
        }
        double most = Math.floor(random.nextDouble(least, greatest) * DECIMALS) / DECIMALS;
        return new Cut(feature, most, impurity(members, feature, most));
    }

    /** The features in an order drawn by Fisher and Yates's shuffle. */
    private int[] shuffled(int count) {
        int[] order = new int[count];
        for (int index = 0; index < count; index++) {
            int other = random.nextInt(index + 1);
            order[index] = order[other];
            order[other] = index;
        }
        return order;
    }

    /** Gini's impurity of both sides, each by its size; infinite where one is too small. */
    private double impurity(int[] members, int feature, double most) {
        int below = 0;
        int supportedBelow = 0;
        int supported = 0;
        for (int member : members) {
            boolean here = rows[member][feature] <= most;
            below += here ? 1 : 0;
            supportedBelow += here ? positive[member] : 0;
            supported += positive[member];
        }
        int above = members.length - below;
        if (below < LEAST_IN_LEAF || above < LEAST_IN_LEAF) {
            return Double.POSITIVE_INFINITY;
        }
        return spread(supportedBelow, below) + spread(supported - supportedBelow, above);
    }

    private static double spread(double supported, double count) {
        return supported * (count - supported) / count;
    }
}
