package io.footnote.evaluation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How well one way to rank sentences did on a data set. Immutable.
 *
 * @param key what it is called in JSON
 * @param label what it is called before people
 * @param description what it does, in a phrase
 * @param namesSentences whether it names sentences, so that its figures compare with Footnote's
 * @param figures hit@1, hit@3 and mrr over the answerable questions; null without one
 * @param intervals where each lies, drawing questions
 * @param lead by how much Footnote is ahead of it in each; null for Footnote itself
 */
record RankedSystem(
        String key,
        String label,
        String description,
        boolean namesSentences,
        Map<String, @Nullable Double> figures,
        Map<String, Interval> intervals,
        @Nullable Map<String, Lead> lead) {

    /**
     * By how much Footnote is ahead.
     *
     * @param difference Footnote's figure less the other's
     * @param byQuestion its interval, drawing questions
     * @param byArticle its interval, drawing articles with all that is asked about them; wider where questions on one
     *     article go well or badly together
     */
    record Lead(double difference, Interval byQuestion, Interval byArticle) {}
}
