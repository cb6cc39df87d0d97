package io.footnote.grounding;

import static io.footnote.grounding.GateFixture.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateRuleTest {

    private static final String CALL = "The ministers held a phone call on Friday, Sept. 18, 2015.";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The ministers held a call on 18 September 2015.", "The ministers held a call in 2015.",
                "The ministers held a call in September.", "The ministers held a phone call on Friday.",
                "The ministers held a phone call on September 18th."
            })
    void aDateThatTheEvidenceContainsIsFound(String claim) {
        assertThat(judge(claim, CALL).reasons()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The ministers held a call on 19 September 2015.|date 19 September 2015 is not in the evidence",
                "The ministers held a call in 2014.|date 2014 is not in the evidence",
                "The ministers held a call in October.|date October is not in the evidence",
                "The ministers held a phone call on Monday.|date Monday is not in the evidence"
            })
    void anotherDateRefutes(String claim, String reason) {
        assertThat(judge(claim, CALL).verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(judge(claim, CALL).reasons()).contains(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The ministers met on September 18, 2015.|Tuesday, 22 September 2015. The ministers met on September 18.",
            })
    void theYearMayStandInAnotherSentence(String claim, String evidence) {
        assertThat(judge(claim, evidence).reasons()).isEmpty();
    }
}
