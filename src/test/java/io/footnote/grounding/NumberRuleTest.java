package io.footnote.grounding;

import static io.footnote.grounding.GateFixture.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberRuleTest {

    private static final String DEATHS = "The civil war has left 240,000 people dead and four million displaced.";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The war left 240 thousand people dead.|The civil war has left 240,000 people dead.",
                "The war left 240 000 people dead.|The civil war has left 240,000 people dead.",
                "4 million were displaced by war.|The civil war has left four million displaced.",
                "12 flights landed.|A dozen flights landed on Friday.",
                "Turnout was 58 percent.|Turnout was 58% in the city.",
                "Sales were $5.1 billion.|Sales were $5.1bn in the quarter.",
                "About 240,000 people died.|In all 238,750 people died.",
                "More than 230,000 people died.|In all 238,750 people died.",
                "One flight landed.|A cargo flight landed.",
                "The road is 5 km long.|The road is five kilometres long.",
                "Half of the flights landed.|Of the flights 50 percent landed."
            })
    void theSameNumberIsFound(String claim, String evidence) {
        assertThat(judge(claim, evidence).reasons()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The war left 250,000 people dead.|The civil war has left 240,000 people dead.|number 250,000 is not in the evidence",
                "12 flights landed.|Two flights landed.|number 12 is not in the evidence",
                "Sales were €5.1bn.|Sales were $5.1bn.|number €5.1bn is not in the evidence",
                "The road is 5 miles long.|The road is five kilometres long.|number 5 is not in the evidence",
                "More than 200 people died.|In all 200 people died.|number 200 is not in the evidence",
                "In all 200 people died.|Fewer than 200 people died.|number 200 is not in the evidence",
                "He finished third in the race.|He finished second in the race.|number third is not in the evidence"
            })
    void anotherNumberRefutes(String claim, String evidence, String reason) {
        Judgement judgement = judge(claim, evidence);
        assertThat(judgement.verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(judgement.reasons()).contains(reason);
    }

    @Test
    void exchangedNumbersAreCaught() {
        assertThat(judge("The civil war has left four million people dead.", DEATHS)
                        .verdict())
                .isEqualTo(Verdict.REFUTED);
    }

    @Test
    void aNumberOutOfNowhereIsNotEnough() {
        Judgement judgement = judge("Russia has 12 bases in Syria.", "Russia has bases in Syria.");
        assertThat(judgement.verdict()).isEqualTo(Verdict.NOT_ENOUGH_INFO);
        assertThat(judgement.reasons()).containsExactly("number 12 is not in the evidence");
    }
}
