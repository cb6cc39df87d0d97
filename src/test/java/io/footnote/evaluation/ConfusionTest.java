package io.footnote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConfusionTest {

    @Test
    void dividesWhatTheDefinitionsDivide() {
        Confusion confusion = new Confusion(6, 2, 4, 8);
        double precision = 6.0 / (6 + 2);
        double recall = 6.0 / (6 + 4);
        double specificity = 8.0 / (8 + 2);

        assertThat(confusion.precision()).isEqualTo(precision);
        assertThat(confusion.recall()).isEqualTo(recall);
        assertThat(confusion.specificity()).isEqualTo(specificity);
        assertThat(confusion.f1()).isCloseTo(2 * precision * recall / (precision + recall), within(1e-12));
        assertThat(confusion.balancedAccuracy()).isCloseTo((recall + specificity) / 2, within(1e-12));
    }

    @Test
    void hasNoShareOfNothing() {
        Confusion onlyNegatives = new Confusion(0, 0, 0, 5);

        assertThat(onlyNegatives.precision()).isNull();
        assertThat(onlyNegatives.recall()).isNull();
        assertThat(onlyNegatives.f1()).isNull();
        assertThat(onlyNegatives.balancedAccuracy()).isNull();
        assertThat(onlyNegatives.specificity()).isEqualTo(1);
    }
}
