package io.footnote.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DirectionRuleTest {

    @Test
    void anOrderTurnedRoundIsRefuted() {
        Judgement judged = GateFixture.judge(
                "The bridge was closed after the flood reached the town.",
                "The bridge was closed before the flood reached the town.");
        assertThat(judged.verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(judged.reasons()).contains("\"after\" is the opposite of \"before\" in the evidence");
    }

    @Test
    void aComparisonTurnedRoundIsRefuted() {
        assertThat(GateFixture.judge("The mill employs fewer weavers.", "The mill employs more weavers than it did.")
                        .verdict())
                .isEqualTo(Verdict.REFUTED);
    }

    @Test
    void theSameDirectionWithOtherWordsAroundItPasses() {
        assertThat(GateFixture.judge(
                                "After the flood the bridge was closed.",
                                "The bridge over the river was closed after the flood, two days before the fair.")
                        .verdict())
                .isEqualTo(Verdict.SUPPORTED);
    }
}
