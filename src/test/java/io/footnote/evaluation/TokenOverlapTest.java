package io.footnote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TokenOverlapTest {

    @Test
    void isTheHarmonicMeanOfPrecisionAndRecall() {
        // answer: {igor, konashenkov, spokesman}; gold: {igor, konashenkov}
        double precision = 2.0 / 3;
        double recall = 2.0 / 2;

        assertThat(TokenOverlap.f1("Igor Konashenkov spokesman", "Igor Konashenkov"))
                .isCloseTo(2 * precision * recall / (precision + recall), within(1e-12));
    }

    @Test
    void passesOverCasePunctuationAndArticles() {
        assertThat(TokenOverlap.f1("The  \"Air Base\",", "an air-free air base"))
                .isEqualTo(2.0 * 2 / (2 + 3));
        assertThat(TokenOverlap.f1("240,000", "240000")).isEqualTo(1);
    }

    @Test
    void keepsAnArticleInsideAWord() {
        assertThat(TokenOverlap.f1("theatre", "atre")).isZero();
    }

    @Test
    void countsARepeatedWordAsOftenAsBothHaveIt() {
        // common: one "very" and "old"; the second "very" has no partner
        assertThat(TokenOverlap.f1("very very old", "very old")).isEqualTo(2.0 * 2 / (3 + 2));
    }

    @Test
    void isAllOrNothingWithoutWords() {
        assertThat(TokenOverlap.f1("", "London")).isZero();
        assertThat(TokenOverlap.f1("the", "a")).isEqualTo(1);
    }
}
