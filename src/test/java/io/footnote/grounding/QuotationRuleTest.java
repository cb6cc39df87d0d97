package io.footnote.grounding;

import static io.footnote.grounding.GateFixture.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotationRuleTest {

    private static final String OPTIONS =
            "Kerry spelled out the “options that are available to us” in weighing the \"next steps in Syria\" - he said.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kerry spelled out the \"options that are available to us\".",
                "Kerry spelled out the «options  that are available to us».",
                "Kerry spelled out ‘options that are available’ in Syria.",
                "Kerry spelled out the \"options ... to us\".",
                "Kerry spelled out the so-called \"options\".",
                "options that are available to us\" Kerry spelled out",
                "Kerry spelled out \"next steps in Syria"
            })
    void aQuotationThatIsThereIsKept(String claim) {
        assertThat(judge(claim, OPTIONS).reasons()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kerry spelled out the \"options available to us\".",
                "Kerry spelled out the \"next options\" in Syria.",
                "Kerry spelled out the ‘steps that are available’ in Syria.",
                "Kerry spelled out \"available steps in Syria"
            })
    void aQuotationThatIsNotIsRefused(String claim) {
        Judgement judgement = judge(claim, OPTIONS);
        assertThat(judgement.verdict()).isEqualTo(Verdict.NOT_ENOUGH_INFO);
        assertThat(judgement.reasons())
                .first()
                .asString()
                .startsWith("quotation ")
                .endsWith("word for word");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"The ministers' talks on Syria took place.", "Kerry's team didn't leave the ministers' talks."})
    void apostrophesAreNoQuotationMarks(String claim) {
        assertThat(judge(claim, "Talks took place.").reasons()).noneMatch(reason -> reason.startsWith("quotation"));
    }
}
