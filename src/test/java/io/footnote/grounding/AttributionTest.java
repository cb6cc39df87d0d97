package io.footnote.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AttributionTest {
    private static final String SENTENCE = "The ferry to the islands did not run for two days in March.";

    @ParameterizedTest
    @ValueSource(strings = {"The article says that ", "According to this report, ", "As the text puts it, "})
    void whatTheArticleIsSaidToSayIsJudgedByItself(String words) {
        assertThat(GateFixture.judge(words + SENTENCE.replace("The ferry", "the ferry"), SENTENCE))
                .isEqualTo(new Judgement(Verdict.SUPPORTED, 1, List.of()));
        assertThat(GateFixture.judge(words + "the ferry ran for nine days in March.", SENTENCE)
                        .verdict())
                .isNotEqualTo(Verdict.SUPPORTED);
    }

    @Test
    void whatSomebodyElseIsSaidToSayIsAClaimOfItsOwn() {
        assertThat(Attribution.without("The minister says that it rained."))
                .isEqualTo("The minister says that it rained.");
        assertThat(Attribution.without("The article denies that it rained."))
                .isEqualTo("The article denies that it rained.");
        assertThat(Attribution.without("The article says that ")).isEqualTo("The article says that ");
    }
}
