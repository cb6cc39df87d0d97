package io.footnote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ConditionalLogitTest {

    @Test
    void weighsTheFeatureThatTellsRightFromWrong() {
        double[] weights = ConditionalLogit.fit(choices(), 2, 1);
        assertThat(weights[0]).isGreaterThan(1);
        assertThat(Math.abs(weights[1])).isLessThan(weights[0] / 4);
    }

    @Test
    void learnsTheSameEveryTime() {
        assertThat(ConditionalLogit.fit(choices(), 2, 1)).isEqualTo(ConditionalLogit.fit(choices(), 2, 1));
    }

    @Test
    void oneOfSeveralRightAlternativesIsEnough() {
        ConditionalLogit.Choice choice = new ConditionalLogit.Choice(
                new double[][] {{1, 0}, {-1, 0}, {0, 0}}, new boolean[] {true, true, false});
        double[] weights = ConditionalLogit.fit(List.of(choice, choice, choice), 2, 0.01);
        assertThat(Math.abs(weights[0])).isNotNaN();
        assertThat(weights[1]).isZero();
    }

    @Test
    void aGreaterPenaltyGivesSmallerWeights() {
        assertThat(ConditionalLogit.fit(choices(), 2, 100)[0]).isLessThan(ConditionalLogit.fit(choices(), 2, 1)[0]);
    }

    /** Fifty choices among four: the first feature is high for the right one, with noise; the second is noise alone. */
    private static List<ConditionalLogit.Choice> choices() {
        Random random = new Random(11);
        List<ConditionalLogit.Choice> choices = new ArrayList<>();
        for (int count = 0; count < 50; count++) {
            double[][] alternatives = new double[4][2];
            boolean[] right = new boolean[4];
            for (int row = 0; row < 4; row++) {
                right[row] = row == count % 4;
                alternatives[row][0] = (right[row] ? 1 : 0) + random.nextGaussian() / 2;
                alternatives[row][1] = random.nextGaussian();
            }
            choices.add(new ConditionalLogit.Choice(alternatives, right));
        }
        return choices;
    }
}
