package io.footnote.grounding;

import static io.footnote.grounding.GateFixture.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerbatimCopyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Russia sends two flights|Officials say Russia sends two flights a day.",
                "it has found no common ground|Russia agrees, yet it has found no common ground so far.",
                "“RUSSIA – sends two flights”|Officials say Russia sends two flights a day.",
                "says he|A man says he is lost."
            })
    void aStretchAtWordBoundariesIsACopy(String claim, String evidence) {
        assertThat(judge(claim, evidence).score()).isEqualTo(1.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The war displaced four|The war displaced four million people.",
                "million people fled|The war went on and four million people fled.",
                "200 people died|Fewer than 200 people died.",
                "send two flights|Russia did not send two flights.",
                "sends two flight|Russia sends two flights."
            })
    void aStretchThatChangesTheSenseIsNot(String claim, String evidence) {
        assertThat(judge(claim, evidence).score()).isLessThan(1.0);
    }
}
