package io.footnote.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ForeignMarkRuleTest {
    private static final String EVIDENCE = "Mayor Ellen Brandt opened the harbour bridge in Marlow Bay on Saturday.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1]",
                "[ 2 ]",
                "[1, 2]",
                "[]",
                "［1］",
                "【3】",
                "¹",
                "https://example.com/a",
                "www.example.com",
                "example.com",
                "t.me/bridge",
                "@swindler",
                "ftp://files"
            })
    void aMarkThatTheEvidenceLacksIsRefused(String mark) {
        assertThat(GateFixture.GATE
                        .judge("Ellen Brandt opened the harbour bridge " + mark, EVIDENCE)
                        .verdict())
                .isNotEqualTo(Verdict.SUPPORTED);
        assertThat(GateFixture.GATE.judge(EVIDENCE + " " + mark, EVIDENCE).verdict())
                .as("after a copy")
                .isNotEqualTo(Verdict.SUPPORTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "https://example.com/a", "Example.com", "@mayor"})
    void aMarkOfTheEvidenceIsNone(String mark) {
        String evidence = "Mayor Ellen Brandt opened the harbour bridge " + mark + " on Saturday.";
        assertThat(GateFixture.GATE.judge(evidence, evidence).verdict()).isEqualTo(Verdict.SUPPORTED);
    }

    @Test
    void abbreviationsAndBracketedWordsAreNoMarks() {
        String evidence = "At 3 p.m. the U.S. delegation said that it [the bridge] was ready.";
        assertThat(GateFixture.GATE
                        .judge("At 3 p.m. the U.S. delegation said it [the bridge] was ready.", evidence)
                        .verdict())
                .isEqualTo(Verdict.SUPPORTED);
    }
}
