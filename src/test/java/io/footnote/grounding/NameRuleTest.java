package io.footnote.grounding;

import static io.footnote.grounding.GateFixture.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameRuleTest {

    private static final String TALKS =
            "Secretary of State John F. Kerry and Sergei Shoygu held talks on Syria with the Russian side in London.";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "John Kerry held talks on Syria.",
                "J. Kerry held talks on Syria.",
                "Kerry's talks were held in London.",
                "Kerry held talks with Russia.",
                "Talks on Syria were held with Shoygu."
            })
    void aNameOfTheEvidenceIsFound(String claim) {
        assertThat(judge(claim, TALKS).reasons()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Lavrov held talks on Syria.|name Lavrov is not in the evidence",
                "Kerry held talks on Iran.|name Iran is not in the evidence",
                "Bob Kerry held talks on Syria.|name Bob is not in the evidence",
                "Sergei Kerry held talks on Syria.|name Sergei Kerry is not in the evidence",
                "Kerry held talks in Paris.|name Paris is not in the evidence"
            })
    void anotherNameIsNot(String claim, String reason) {
        assertThat(judge(claim, TALKS).verdict()).isNotEqualTo(Verdict.SUPPORTED);
        assertThat(judge(claim, TALKS).reasons()).contains(reason);
    }

    @Test
    void anAcronymMayStandForANameThatIsSpelledOut() {
        assertThat(judge(
                                "The agency NASA launched it.",
                                "The National Aeronautics Space Administration agency launched it.")
                        .reasons())
                .isEmpty();
        assertThat(judge(
                                "The agency ESA launched it.",
                                "The National Aeronautics Space Administration agency launched it.")
                        .reasons())
                .contains("name ESA is not in the evidence");
    }

    @Test
    void theUnitedStatesGoByAnyOfTheirNames() {
        assertThat(judge("U.S. officials met.", "American officials met on Friday.")
                        .reasons())
                .isEmpty();
        assertThat(judge("The United States agreed.", "The US agreed on Friday.")
                        .reasons())
                .isEmpty();
    }

    @Test
    void inALongTextANameCountsOnlyNearWhatIsSaidOfIt() {
        String article = "Kerry revealed the talks in London. Weather was fine that week. Trains ran on time all week."
                + " Crowds gathered outside. Much later the farmer Brown harvested potatoes.";
        assertThat(judge("Brown revealed the talks in London.", article).reasons())
                .contains("name Brown stands elsewhere in the evidence");
        assertThat(judge("Kerry revealed talks in London.", article).reasons()).isEmpty();
    }
}
