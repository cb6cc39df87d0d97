package io.footnote.evaluation;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How well articles were taken out of web pages, by shingles of four words, as the article extraction benchmark of
 * Scrapinghub (2019) counts. Immutable.
 *
 * @param pages how many there were
 * @param precision the mean over the pages from which anything was taken of the share of it that is in the article
 * @param recall the mean over the pages of the share of the article that was taken out
 * @param f1 the harmonic mean of the two means
 */
public record PageFigures(
        int pages,
        @Nullable Double precision,
        @Nullable Double recall,
        @Nullable Double f1) implements Figures {

    @Override
    public String kind() {
        return "pages";
    }

    /** The figures of those outcomes. */
    public static PageFigures of(List<PageOutcome> outcomes) {
        OptionalDouble precision = outcomes.stream()
                .filter(outcome -> outcome.found() > 0)
                .mapToDouble(outcome -> (double) outcome.shared() / outcome.found())
                .average();
        OptionalDouble recall = outcomes.stream()
                .filter(outcome -> outcome.gold() > 0)
                .mapToDouble(outcome -> (double) outcome.shared() / outcome.gold())
                .average();
        return new PageFigures(outcomes.size(), boxed(precision), boxed(recall), f1(precision, recall));
    }

    private static @Nullable Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static @Nullable Double f1(OptionalDouble precision, OptionalDouble recall) {
        double sum = precision.orElse(0) + recall.orElse(0);
        return sum == 0 ? null : 2 * precision.orElse(0) * recall.orElse(0) / sum;
    }
}
