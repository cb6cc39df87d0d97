package io.footnote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.grounding.DecisionTree;
import io.footnote.grounding.SupportForest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExtraTreesTest {

    /** Positive where exactly one of two features is high, which no sum of weights can tell. */
    private static double[] row(boolean one, boolean other) {
        return new double[] {one ? 1 : 0, other ? 1 : 0, 7};
    }

    private static List<DecisionTree> learned() {
        List<double[]> rows = new ArrayList<>();
        List<Boolean> positive = new ArrayList<>();
        for (int example = 0; example < 40; example++) {
            boolean one = example % 2 == 0;
            boolean other = example % 4 < 2;
            rows.add(row(one, other));
            positive.add(one != other);
        }
        return ExtraTrees.fit(rows, positive);
    }

    @Test
    void learnsWhatDependsOnTwoFeaturesTogether() {
        SupportForest forest = new SupportForest(learned());
        assertThat(forest.probability(row(true, false))).isGreaterThan(.9);
        assertThat(forest.probability(row(false, true))).isGreaterThan(.9);
        assertThat(forest.probability(row(true, true))).isLessThan(.1);
        assertThat(forest.probability(row(false, false))).isLessThan(.1);
    }

    @Test
    void theSameExamplesGiveTheSameTrees() {
        assertThat(learned()).isEqualTo(learned());
    }

    @Test
    void aLeafNeedsExamples() {
        List<double[]> rows =
                List.of(row(false, false), row(false, true), row(true, true), row(true, false), row(true, true));
        assertThat(ExtraTrees.fit(rows, List.of(false, false, true, true, true)))
                .containsOnly(new DecisionTree.Leaf(3, 5));
    }
}
