package io.footnote.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How well sentences were ranked. Immutable; all null where there is no question.
 *
 * @param hitAt1 the share of the questions whose first sentence is right
 * @param hitAt3 the same among the first three
 * @param mrr the mean of 1/rank of the first right sentence, 0 when it was not found (Voorhees, 1999, <i>The TREC-8
 *     Question Answering Track Report</i>)
 */
record RankingFigures(
        @Nullable Double hitAt1,
        @Nullable Double hitAt3,
        @Nullable Double mrr) {

    /** @param ranks of each question's first right sentence, from 1; 0 when it was not found */
    static RankingFigures of(List<Integer> ranks) {
        if (ranks.isEmpty()) {
            return new RankingFigures(null, null, null);
        }
        int first = 0;
        int three = 0;
        double reciprocals = 0;
        for (int rank : ranks) {
            first += rank == 1 ? 1 : 0;
            three += rank >= 1 && rank <= 3 ? 1 : 0;
            reciprocals += rank == 0 ? 0 : 1.0 / rank;
        }
        return new RankingFigures(
                Confusion.share(first, ranks.size()), Confusion.share(three, ranks.size()), reciprocals / ranks.size());
    }

    /** By the names that they go by in JSON, in the order to be shown. */
    Map<String, @Nullable Double> byName() {
        Map<String, @Nullable Double> named = new LinkedHashMap<>();
        named.put("hit@1", hitAt1);
        named.put("hit@3", hitAt3);
        named.put("mrr", mrr);
        return named;
    }
}
