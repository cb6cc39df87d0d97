package io.footnote.evaluation;

import io.footnote.language.Span;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one question, with everything that its figures and its prediction are made of. Immutable.
 *
 * @param gold the question and its right answers
 * @param attainable whether any sentence of the question's article, as it was split, is a right one
 * @param answered whether there was an answer rather than a refusal
 * @param confidence the probability that was given for the article answering it, in [0, 1]
 * @param brief the words singled out as the answer, or null
 * @param ranked the best {@value #RANKED} sentences, best first; fewer where there were fewer
 * @param cited the sentences that the answer rests on, each once; none when refused
 * @param took from the question to the answer
 */
public record QuestionOutcome(
        GoldQuestion gold,
        boolean attainable,
        boolean answered,
        double confidence,
        @Nullable String brief,
        List<Ranked> ranked,
        List<Cited> cited,
        Duration took) {
    /** How many of the ranked sentences count. */
    public static final int RANKED = 10;

    /** Makes the lists immutable. */
    public QuestionOutcome {
        ranked = List.copyOf(ranked);
        cited = List.copyOf(cited);
    }

    /**
     * A sentence that was ranked.
     *
     * @param article what the data set calls its article, or null for bare questions
     * @param place where it is in the article's text
     * @param score what it was ranked by
     * @param right whether it answers the question
     */
    public record Ranked(@Nullable String article, Span place, double score, boolean right) {}

    /**
     * A sentence that was cited.
     *
     * @param article what the data set calls its article, or null for bare questions
     * @param place where it is in the article's text
     * @param right whether it answers the question
     */
    public record Cited(@Nullable String article, Span place, boolean right) {}

    /** The rank of the first right sentence, from 1; 0 when none of those ranked is right. */
    public int firstRightRank() {
        for (int index = 0; index < ranked.size(); index++) {
            if (ranked.get(index).right()) {
                return index + 1;
            }
        }
        return 0;
    }

    /** Whether the answer rests on a right sentence, among others perhaps. */
    public boolean citesRight() {
        return cited.stream().anyMatch(Cited::right);
    }
}
