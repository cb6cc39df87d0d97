package io.footnote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RocCurveTest {

    @Test
    void countsThePairsThatAreInOrder() {
        // positives .8, .4; negatives .6, .2: (.8, .6), (.8, .2), (.4, .2) of four pairs are in order
        List<Scored> scored =
                List.of(new Scored(.8, true), new Scored(.6, false), new Scored(.4, true), new Scored(.2, false));

        assertThat(RocCurve.area(scored)).isEqualTo(3.0 / 4);
    }

    @Test
    void countsATieAsHalfAPair() {
        // positives .5, .5; negatives .5, .1: two ties and two in order
        List<Scored> scored =
                List.of(new Scored(.5, true), new Scored(.5, true), new Scored(.5, false), new Scored(.1, false));

        assertThat(RocCurve.area(scored)).isEqualTo((2 * .5 + 2) / 4);
    }

    @Test
    void isOneHalfWhenEverythingTies() {
        assertThat(RocCurve.area(List.of(new Scored(1, true), new Scored(1, false), new Scored(1, false))))
                .isEqualTo(.5);
    }

    @Test
    void isNothingWhenAClassIsMissing() {
        assertThat(RocCurve.area(List.of())).isNull();
        assertThat(RocCurve.area(List.of(new Scored(.5, true)))).isNull();
        assertThat(RocCurve.area(List.of(new Scored(.5, false)))).isNull();
    }

    @Test
    void agreesWithCountingEveryPairInAnyOrderOfTheInput() {
        long seed = 20260101;
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            List<Scored> scored = new ArrayList<>(List.of(new Scored(0, true), new Scored(0, false)));
            for (int index = 0; index < 30; index++) {
                scored.add(new Scored(random.nextInt(8), random.nextBoolean()));
            }
            Collections.shuffle(scored, random);

            assertThat(RocCurve.area(scored))
                    .as("seed %d, round %d", seed, round)
                    .isCloseTo(byPairs(scored), within(1e-12));
        }
    }

    @Test
    void refusesAScoreThatIsNoNumber() {
        assertThatThrownBy(() -> new Scored(Double.NaN, true)).isInstanceOf(IllegalArgumentException.class);
    }

    private static double byPairs(List<Scored> scored) {
        double ordered = 0;
        int pairs = 0;
        for (Scored positive : scored) {
            for (Scored negative : scored) {
                if (positive.positive() && !negative.positive()) {
                    pairs++;
                    ordered += (Math.signum(positive.score() - negative.score()) + 1) / 2;
                }
            }
        }
        return ordered / pairs;
    }
}
