package io.footnote.grounding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SupportForestTest {

    @Test
    void theProbabilityIsTheMeanOfTheLeavesThatAClaimComesTo() {
        SupportForest forest = SupportForest.parse(List.of(
                "# two trees",
                "least_of_few 0.40",
                "least_of_text 0.25",
                "coverage 0.5",
                "= 1/4",
                "= 3/4",
                "",
                "= 1/2"));
        assertThat(forest.probability(covering(.5))).isEqualTo((.25 + .5) / 2);
        assertThat(forest.probability(covering(.51))).isEqualTo((.75 + .5) / 2);
        assertThat(forest.least(false)).isEqualTo(.40);
        assertThat(forest.least(true)).isEqualTo(.25);
    }

    private static double[] covering(double share) {
        double[] features = new double[SupportForest.features().size()];
        features[SupportForest.features().indexOf("coverage")] = share;
        return features;
    }

    @Test
    void whatShipsIsReadAsItIsWritten() {
        List<String> lines = SupportForest.shipped().lines();
        assertThat(SupportForest.parse(lines).lines()).isEqualTo(lines);
    }

    @ParameterizedTest
    @ValueSource(strings = {"luck 1.0", "coverage", "coverage 0.5", "= 1/0", "= 3/2", "= one", "coverage half"})
    void whatIsNoTreeIsRefused(String line) {
        assertThatThrownBy(() -> SupportForest.parse(List.of("least_of_few 0.4", "least_of_text 0.2", line)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aForestHasBoundsAndATree() {
        assertThatThrownBy(() -> SupportForest.parse(List.of("least_of_few 0.4", "least_of_text 0.2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there must be a tree");
        assertThatThrownBy(() -> SupportForest.parse(List.of("= 1/2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("least_of_few");
        assertThatThrownBy(() -> new SupportForest(List.of(new DecisionTree.Leaf(1, 2)), 1.01, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
