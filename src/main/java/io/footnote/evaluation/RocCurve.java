package io.footnote.evaluation;

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
}
