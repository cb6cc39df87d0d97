package io.footnote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.language.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplitOutcomeTest {
    private static final String TEXT = "A headline\n\nOne ends here.  Two ends here.";
    private static final List<Span> GOLD = List.of(new Span(0, 10), new Span(12, 26), new Span(28, 42));
    private static final GoldSplit SPLIT = new GoldSplit("s", TEXT, GOLD);

    @Test
    void isExactWhenEverySentenceIsThere() {
        SplitOutcome outcome = SplitOutcome.of(SPLIT, GOLD);

        assertThat(outcome.exact()).isTrue();
        assertThat(outcome.ends()).isEqualTo(new BoundaryCounts(3, 3, 3));
        // the ends of the headline and of the text are ends of blocks
        assertThat(outcome.innerEnds()).isEqualTo(new BoundaryCounts(1, 1, 1));
        assertThat(outcome.substringMismatches()).isZero();
    }

    @Test
    void missesTheEndOfAHeadlineThatRunsIntoTheText() {
        SplitOutcome outcome = SplitOutcome.of(SPLIT, List.of(new Span(0, 26), new Span(28, 42)));

        assertThat(outcome.exact()).isFalse();
        assertThat(outcome.ends()).isEqualTo(new BoundaryCounts(2, 3, 2));
        assertThat(outcome.innerEnds()).isEqualTo(new BoundaryCounts(1, 1, 1));
    }

    @Test
    void countsAnEndTooMany() {
        SplitOutcome outcome =
                SplitOutcome.of(SPLIT, List.of(GOLD.get(0), new Span(12, 15), new Span(16, 26), GOLD.get(2)));

        assertThat(outcome.ends()).isEqualTo(new BoundaryCounts(3, 3, 4));
        assertThat(outcome.innerEnds()).isEqualTo(new BoundaryCounts(1, 1, 2));
        assertThat(outcome.innerEnds().f1()).isEqualTo(2.0 * 1 / (1 + 2));
    }

    @Test
    void takesWhiteSpaceAsPartOfNoSentenceButReportsIt() {
        SplitOutcome outcome = SplitOutcome.of(SPLIT, List.of(new Span(0, 12), new Span(12, 28), new Span(28, 42)));

        assertThat(outcome.exact()).isTrue();
        assertThat(outcome.substringMismatches()).isEqualTo(2);
    }

    @Test
    void reportsSpansOutsideTheTextBlankOrOverlapping() {
        SplitOutcome outcome =
                SplitOutcome.of(SPLIT, List.of(GOLD.get(0), new Span(10, 12), new Span(5, 26), new Span(28, 99)));

        assertThat(outcome.substringMismatches()).isEqualTo(3);
    }

    @Test
    void findsGoldSentencesWhateverTheWhiteSpace() {
        assertThat(GoldSplit.locate(
                        "Broken over\r\n two lines.\u00A0Done.", List.of("Broken over two lines.", "Done.")))
                .containsExactly(new Span(0, 24), new Span(25, 30));
    }

    @Test
    void findsARepeatedSentenceAfterTheFirst() {
        assertThat(GoldSplit.locate("No. No.", List.of("No.", "No."))).containsExactly(new Span(0, 3), new Span(4, 7));
        assertThat(GoldSplit.locate("No. Yes.", List.of("No.", "No."))).containsExactly(new Span(0, 3));
    }
}
