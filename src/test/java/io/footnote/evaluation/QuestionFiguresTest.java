package io.footnote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.footnote.language.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QuestionFiguresTest {
    private static final Span PLACE = new Span(0, 1);

    @Test
    void rankingCountsAnswerableQuestionsWhetherAnsweredOrNot() {
        QuestionFigures figures = QuestionFigures.of(List.of(
                answered(true, 1, true), refused(true, 2), refused(true, 4), refused(true, 0), refused(false, 0)));

        assertThat(figures.hitAt1()).isEqualTo(1.0 / 4);
        assertThat(figures.hitAt3()).isEqualTo(2.0 / 4);
        assertThat(figures.mrr()).isCloseTo((1 + 1.0 / 2 + 1.0 / 4 + 0) / 4, within(1e-12));
    }

    @Test
    void answersToUnanswerableQuestionsCostCitationPrecisionOnly() {
        QuestionFigures figures = QuestionFigures.of(List.of(
                answered(true, 1, true, false),
                answered(true, 2, false),
                refused(true, 1),
                answered(false, 0, false, false)));

        // one right of five sentences cited; one answerable question of three cites a right one
        assertThat(figures.citationPrecision()).isEqualTo(1.0 / 5);
        assertThat(figures.citationRecall()).isEqualTo(1.0 / 3);
    }

    @Test
    void countsAnswersAndRefusalsByWhatWasCalledFor() {
        QuestionFigures figures = QuestionFigures.of(List.of(
                answered(true, 1, true),
                answered(true, 0, false),
                refused(true, 1),
                answered(false, 0, false),
                refused(false, 0)));

        assertThat(figures.questions()).isEqualTo(5);
        assertThat(figures.answerable()).isEqualTo(3);
        assertThat(figures.unanswerable()).isEqualTo(2);
        assertThat(figures.answered()).isEqualTo(2.0 / 3);
        assertThat(figures.answeredCount()).isEqualTo(2);
        assertThat(figures.refusedCount()).isEqualTo(1);
        // refusals: one right, one wrong; one unanswerable question was answered
        assertThat(figures.abstention().precision()).isEqualTo(1.0 / 2);
        assertThat(figures.abstention().recall()).isEqualTo(1.0 / 2);
        assertThat(figures.abstention().f1()).isEqualTo(1.0 / 2);
    }

    @Test
    void shortAnswersCountOnlyWithARightSentenceAndAGoldAnswer() {
        QuestionFigures figures = QuestionFigures.of(List.of(
                outcome("London", "in London", true),
                outcome("London", null, true),
                outcome("London", "London", false),
                outcome(null, "London", true)));

        // "in London" shares one word of two with "London"; singling out nothing scores 0; the others do not count
        assertThat(figures.shortF1()).isCloseTo((2.0 * 1 / (2 + 1) + 0) / 2, within(1e-12));
    }

    @Test
    void isNothingWhereThereIsNothingToMeasure() {
        QuestionFigures unanswerable = QuestionFigures.of(List.of(refused(false, 0)));

        assertThat(unanswerable.hitAt1()).isNull();
        assertThat(unanswerable.mrr()).isNull();
        assertThat(unanswerable.citationPrecision()).isNull();
        assertThat(unanswerable.citationRecall()).isNull();
        assertThat(unanswerable.answered()).isNull();
        assertThat(unanswerable.shortF1()).isNull();
        assertThat(unanswerable.abstention()).isEqualTo(new AbstentionFigures(null, null, null, null, null));
        assertThat(QuestionFigures.of(List.of(answered(true, 1, true))).abstention())
                .isEqualTo(new AbstentionFigures(null, null, null, null, null));
    }

    @Test
    void refusingNothingHasNoPrecisionButARecall() {
        AbstentionFigures abstention = QuestionFigures.of(List.of(answered(true, 1, true), answered(false, 0, false)))
                .abstention();

        assertThat(abstention.precision()).isNull();
        assertThat(abstention.recall()).isZero();
        assertThat(abstention.f1()).isZero();
        // both have the confidence .75
        assertThat(abstention.auc()).isEqualTo(.5);
        assertThat(abstention.ece()).isCloseTo(Math.abs(.5 - .75), within(1e-12));
    }

    private static QuestionOutcome answered(boolean answerable, int rightRank, boolean... citedRight) {
        List<QuestionOutcome.Cited> cited = new ArrayList<>();
        for (boolean right : citedRight) {
            cited.add(new QuestionOutcome.Cited("a", PLACE, right));
        }
        return new QuestionOutcome(
                gold(answerable, null), true, true, .75, null, ranked(rightRank), cited, Duration.ofMillis(1));
    }

    private static QuestionOutcome refused(boolean answerable, int rightRank) {
        return new QuestionOutcome(
                gold(answerable, null), true, false, .25, null, ranked(rightRank), List.of(), Duration.ofMillis(1));
    }

    private static QuestionOutcome outcome(@Nullable String answer, @Nullable String brief, boolean right) {
        return new QuestionOutcome(
                gold(true, answer),
                true,
                true,
                .75,
                brief,
                ranked(1),
                List.of(new QuestionOutcome.Cited("a", PLACE, right)),
                Duration.ofMillis(1));
    }

    private static GoldQuestion gold(boolean answerable, @Nullable String answer) {
        return new GoldQuestion(
                "q", "Where?", answerable, answer, answerable ? List.of(new Support.Place(PLACE)) : List.of());
    }

    private static List<QuestionOutcome.Ranked> ranked(int rightRank) {
        List<QuestionOutcome.Ranked> ranked = new ArrayList<>();
        for (int rank = 1; rank <= QuestionOutcome.RANKED; rank++) {
            ranked.add(new QuestionOutcome.Ranked("a", PLACE, 1.0 / rank, rank == rightRank));
        }
        return ranked;
    }
}
