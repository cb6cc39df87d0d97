package io.footnote.evaluation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well texts were split into sentences. Immutable.
 *
 * @param texts how many were split
 * @param sentences how many sentences they have
 * @param exact the share of the texts of which every sentence was found and nothing else
 * @param exactCount the number of them
 * @param boundaryF1 the F1 of the ends of sentences, counted over all texts together (micro); an end that is also the
 *     end of the text or of a paragraph counts like any other, so that a headline run into the text costs something
 * @param innerBoundaryF1 the same over the ends within a paragraph alone, the harder part; null when there is none
 * @param substringMismatches how many of the spans found are not the place of a sentence; should be 0
 */
public record SentenceFigures(
        int texts,
        int sentences,
        @Nullable Double exact,
        @JsonProperty("exact_count") int exactCount,
        @JsonProperty("boundary_f1") @Nullable Double boundaryF1,
        @JsonProperty("inner_boundary_f1") @Nullable Double innerBoundaryF1,
        @JsonProperty("substring_mismatches") int substringMismatches)
        implements Figures {

    @Override
    public String kind() {
        return "sentences";
    }

    /** The figures of those outcomes. */
    public static SentenceFigures of(List<SplitOutcome> outcomes) {
        long exact = outcomes.stream().filter(SplitOutcome::exact).count();
        return new SentenceFigures(
                outcomes.size(),
                outcomes.stream()
                        .mapToInt(outcome -> outcome.gold().sentences().size())
                        .sum(),
                Confusion.share(exact, outcomes.size()),
                (int) exact,
                outcomes.stream()
                        .map(SplitOutcome::ends)
                        .reduce(BoundaryCounts.NONE, BoundaryCounts::plus)
                        .f1(),
                outcomes.stream()
                        .map(SplitOutcome::innerEnds)
                        .reduce(BoundaryCounts.NONE, BoundaryCounts::plus)
                        .f1(),
                outcomes.stream().mapToInt(SplitOutcome::substringMismatches).sum());
    }
}
