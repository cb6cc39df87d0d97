package io.footnote.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How well scores separate two classes, whatever the threshold. Pure. */
public final class RocCurve {
    private RocCurve() {}

    /**
     * The area under the receiver operating characteristic: the probability that a positive drawn at random scores
     * higher than a negative drawn at random, a tie counting one half. Computed from average ranks as the Mann–Whitney
     * statistic (Hanley and McNeil, 1982, <i>The meaning and use of the area under a ROC curve</i>).
     *
     * @return in [0, 1], .5 for chance; null when one of the classes is missing
     */
    public static @Nullable Double area(List<Scored> scored) {
        List<Scored> ascending = scored.stream()
                .sorted(Comparator.comparingDouble(Scored::score))
                .toList();
        long positives = scored.stream().filter(Scored::positive).count();
        long negatives = scored.size() - positives;
        if (positives == 0 || negatives == 0) {
            return null;
        }
        double rankSum = 0;
        for (int from = 0; from < ascending.size(); ) {
            int to = from;
            long positivesHere = 0;
            while (to < ascending.size()
                    && ascending.get(to).score() == ascending.get(from).score()) {
                positivesHere += ascending.get(to).positive() ? 1 : 0;
                to++;
            }
            // ranks from + 1 to `to` share their mean
            rankSum += positivesHere * (from + 1 + to) / 2.0;
            from = to;
        }
        return (rankSum - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
    }

    /**
     * A point of the curve.
     *
     * @param falsePositives the share of the negatives that reach a threshold
     * @param truePositives the share of the positives that reach it
     */
    record Point(double falsePositives, double truePositives) {}

    /** The curve from (0, 0) to (1, 1), a point for each distinct score; none when one of the classes is missing. */
    static List<Point> points(List<Scored> scored) {
        double positives = scored.stream().filter(Scored::positive).count();
        double negatives = scored.size() - positives;
        if (positives == 0 || negatives == 0) {
            return List.of();
        }
        List<Scored> descending = scored.stream()
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .toList();
        List<Point> points = new ArrayList<>();
        points.add(new Point(0, 0));
        int hits = 0;
        for (int index = 0; index < descending.size(); index++) {
            Scored one = descending.get(index);
            hits += one.positive() ? 1 : 0;
            boolean last = index + 1 == descending.size();
            if (last || descending.get(index + 1).score() != one.score()) {
                points.add(new Point((index + 1 - hits) / negatives, hits / positives));
            }
        }
        return points;
    }
}
