package io.footnote.grounding;

import static io.footnote.grounding.GateFixture.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegationRuleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Russia did not initiate the call.|Russia did initiate the call on Friday.",
                "Russia never initiated the call.|It was Russia that initiated the call.",
                "Russia initiated the call.|Russia never initiated the call.",
                "Russia answered the call.|Russia didn't answer the call.",
                "Russia agreed to the call.|Russia refused to agree to the call.",
                "They left without agreement.|They left with an agreement.",
                "The terms were clear.|The terms were unclear.",
                "The terms were unclear.|The terms were clear."
            })
    void aDifferenceInNegationRefutes(String claim, String evidence) {
        assertThat(judge(claim, evidence).verdict()).isEqualTo(Verdict.REFUTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Russia did not answer the call.|Russia didn't answer the call on Friday.",
                "Russia had no answer.|Russia did not have an answer.",
                "The terms were not clear.|The terms were unclear.",
                "Russia answered the call at once.|Russia did not fail to answer the call at once.",
                "The army grew.|Not only Russia noticed that the army grew."
            })
    void theSameSenseIsKept(String claim, String evidence) {
        assertThat(judge(claim, evidence).reasons()).isEmpty();
    }

    @Test
    void aNegationInAnotherClauseDoesNotMatter() {
        assertThat(judge(
                                "Both say the group must be stopped.",
                                "Both say the group must be stopped, but they have found no common ground.")
                        .verdict())
                .isEqualTo(Verdict.SUPPORTED);
    }

    @Test
    void aClauseThatLosesItsNegationIsNoCopy() {
        assertThat(judge("Russia was sending flights", "The ministry denied that Russia was sending flights.")
                        .verdict())
                .isEqualTo(Verdict.REFUTED);
    }
}
