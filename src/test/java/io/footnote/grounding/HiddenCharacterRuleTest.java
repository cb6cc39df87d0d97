package io.footnote.grounding;

import static io.footnote.grounding.GateFixture.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HiddenCharacterRuleTest {

    @Test
    void turnedTextIsRefusedThoughItsWordsAreThere() {
        assertThat(judge("\u202ETwo flights landed.", "Two flights landed.").reasons())
                .containsExactly("hidden character U+202E is not in the evidence");
    }

    @Test
    void whatTheEvidenceTurnsMayBeTurned() {
        assertThat(judge("\u2067Two\u2069 flights landed.", "\u2067Two\u2069 flights landed.")
                        .score())
                .isEqualTo(1.0);
    }

    @Test
    void charactersOfNoWidthDoNotHideAName() {
        assertThat(judge("Lav\u200Brov held talks.", "Kerry held talks.").reasons())
                .contains("name Lavrov is not in the evidence");
        assertThat(judge("Ker\u200Bry held talks.", "Kerry held talks.").score())
                .isEqualTo(1.0);
    }
}
