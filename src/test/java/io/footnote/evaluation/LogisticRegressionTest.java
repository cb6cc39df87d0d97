package io.footnote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class LogisticRegressionTest {

    @Test
    void givesTheShareOfPositivesBack() {
        List<double[]> rows = new ArrayList<>();
        List<Boolean> positive = new ArrayList<>();
        for (int count = 0; count < 100; count++) {
            rows.add(new double[] {1, 0});
            positive.add(count < 20);
            rows.add(new double[] {1, 1});
            positive.add(count < 70);
        }
        double[] weights = LogisticRegression.fit(rows, positive, 1e-6);
        assertThat(probability(weights, 0)).isCloseTo(0.2, Offset.offset(1e-4));
        assertThat(probability(weights, 1)).isCloseTo(0.7, Offset.offset(1e-4));
    }

    @Test
    void aFeatureThatNeverChangesDoesNoHarm() {
        List<double[]> rows = List.of(new double[] {1, 5, 0}, new double[] {1, 5, 1}, new double[] {1, 5, 1});
        double[] weights = LogisticRegression.fit(rows, List.of(false, true, true), 1);
        assertThat(weights).doesNotContain(Double.NaN);
        assertThat(weights[2]).isPositive();
    }

    private static double probability(double[] weights, double value) {
        return 1 / (1 + Math.exp(-weights[0] - weights[1] * value));
    }
}
