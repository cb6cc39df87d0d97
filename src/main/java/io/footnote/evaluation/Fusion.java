package io.footnote.evaluation;

import java.util.Arrays;
import java.util.List;

/** Makes one ranking of several. Pure. */
final class Fusion {
    /** What keeps the first ranks from deciding alone: the value of the paper. */
    private static final int RANK_CONSTANT = 60;

    private Fusion() {}

    /**
     * Reciprocal rank fusion: the sum of 1/(60 + rank) (Cormack, Clarke and Büttcher, 2009, <i>Reciprocal rank fusion
     * outperforms Condorcet and individual rank learning methods</i>).
     *
     * @param rankings indices, best first; one that is missing adds nothing
     * @param size how many indices there are
     * @return a score for each index
     */
    static double[] reciprocalRanks(List<List<Integer>> rankings, int size) {
        double[] scores = new double[size];
        for (List<Integer> ranking : rankings) {
            for (int place = 0; place < ranking.size(); place++) {
                scores[ranking.get(place)] += 1.0 / (RANK_CONSTANT + place + 1);
            }
        }
        return scores;
    }

    /** The mean of two scores, each scaled to [0, 1]; one that is the same for all counts as 0. */
    static double[] minMax(double[] one, double[] other) {
        double[] first = scaled(one);
        double[] second = scaled(other);
        double[] scores = new double[first.length];
        Arrays.setAll(scores, index -> (first[index] + second[index]) / 2);
        return scores;
    }

    private static double[] scaled(double[] scores) {
        double least = Arrays.stream(scores).min().orElse(0);
        double greatest = Arrays.stream(scores).max().orElse(0);
        return Arrays.stream(scores)
                .map(score -> greatest > least ? (score - least) / (greatest - least) : 0)
                .toArray();
    }
}
