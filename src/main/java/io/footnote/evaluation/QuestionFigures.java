package io.footnote.evaluation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How well questions were answered. Immutable. A share is null where it would be one of nothing. A sentence is right
 * when one of the question's supports is in it; on an unanswerable question none is.
 *
 * @param questions how many were asked
 * @param answerable how many of them their article answers
 * @param unanswerable the rest
 * @param unattainable how many answerable ones have no right sentence in their article as it was split, so that nobody
 *     can get them right: above 0, the gold data and the article do not fit
 * @param hitAt1 the share of the answerable questions whose first ranked sentence is right, answered or not
 * @param hitAt3 the same among the first three
 * @param mrr the mean over the answerable questions of 1/rank of the first right sentence, 0 when it is not among the
 *     best {@value QuestionOutcome#RANKED} (Voorhees, 1999, <i>The TREC-8 Question Answering Track Report</i>)
 * @param citationPrecision the share of all sentences cited that are right, over every question that was answered; all
 *     that an answer to an unanswerable question cites are wrong (after Gao et al., 2023, <i>Enabling Large Language
 *     Models to Generate Text with Citations</i>, with gold sentences in place of an entailment model)
 * @param citationRecall the share of the answerable questions whose answer cites a right sentence; a refusal cites none
 * @param answered the share of the answerable questions that were answered, rightly or not
 * @param answeredCount the number of them
 * @param refusedCount the number of unanswerable questions that were refused
 * @param shortF1 the mean {@link TokenOverlap} of the words singled out with the gold answer, over the questions that
 *     have one and were answered with a right sentence; an answer that singles out nothing scores 0
 * @param abstention how well it knows what it cannot answer
 * @param millis from question to answer
 */
public record QuestionFigures(
        int questions,
        int answerable,
        int unanswerable,
        int unattainable,
        @JsonProperty("hit@1") @Nullable Double hitAt1,
        @JsonProperty("hit@3") @Nullable Double hitAt3,
        @Nullable Double mrr,
        @JsonProperty("citation_precision") @Nullable Double citationPrecision,
        @JsonProperty("citation_recall") @Nullable Double citationRecall,
        @Nullable Double answered,
        @JsonProperty("answered_count") int answeredCount,
        @JsonProperty("refused_count") int refusedCount,
        @JsonProperty("short_f1") @Nullable Double shortF1,
        AbstentionFigures abstention,
        Percentiles millis)
        implements Figures {

    @Override
    public String kind() {
        return "questions";
    }

    /** @throws IllegalArgumentException when there is no outcome */
    public static QuestionFigures of(List<QuestionOutcome> outcomes) {
        List<QuestionOutcome> answerable =
                outcomes.stream().filter(outcome -> outcome.gold().answerable()).toList();
        RankingFigures ranking = RankingFigures.of(
                answerable.stream().map(QuestionOutcome::firstRightRank).toList());
        long answered = count(answerable, QuestionOutcome::answered);
        List<QuestionOutcome.Cited> cited =
                outcomes.stream().flatMap(outcome -> outcome.cited().stream()).toList();
        return new QuestionFigures(
                outcomes.size(),
                answerable.size(),
                outcomes.size() - answerable.size(),
                (int) count(answerable, outcome -> !outcome.attainable()),
                ranking.hitAt1(),
                ranking.hitAt3(),
                ranking.mrr(),
                Confusion.share(
                        cited.stream().filter(QuestionOutcome.Cited::right).count(), cited.size()),
                Confusion.share(count(answerable, QuestionOutcome::citesRight), answerable.size()),
                Confusion.share(answered, answerable.size()),
                (int) answered,
                (int) count(outcomes, outcome -> !outcome.gold().answerable() && !outcome.answered()),
                mean(answerable.stream()
                        .filter(QuestionOutcome::citesRight)
                        .map(QuestionFigures::shortOverlap)
                        .filter(Objects::nonNull)
                        .toList()),
                AbstentionFigures.of(outcomes),
                Percentiles.of(outcomes.stream().map(QuestionOutcome::took).toList()));
    }

    private static @Nullable Double shortOverlap(QuestionOutcome outcome) {
        String gold = outcome.gold().answer();
        String brief = outcome.brief();
        if (gold == null) {
            return null;
        }
        return brief == null ? 0 : TokenOverlap.f1(brief, gold);
    }

    private static long count(List<QuestionOutcome> outcomes, Predicate<QuestionOutcome> predicate) {
        return outcomes.stream().filter(predicate).count();
    }

    private static @Nullable Double mean(List<Double> values) {
        if (values.isEmpty()) {
            return null;
        }
        return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
    }
}
