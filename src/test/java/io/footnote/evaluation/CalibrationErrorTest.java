package io.footnote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationErrorTest {

    @Test
    void weighsTheGapOfEachBinByItsSize() {
        // (.9, 1]: mean .95, share 1/2; (.1, .2]: mean .15, share 0
        List<Scored> scored = List.of(new Scored(.92, true), new Scored(.98, false), new Scored(.15, false));

        assertThat(CalibrationError.expected(scored))
                .isCloseTo(2.0 / 3 * Math.abs(.5 - .95) + 1.0 / 3 * .15, within(1e-12));
    }

    @Test
    void putsAnEdgeIntoTheBinBelowIt() {
        // .5 and .41 share (.4, .5], so their errors of -.5 and +.41 offset each other
        assertThat(CalibrationError.expected(List.of(new Scored(.5, true), new Scored(.41, false))))
                .isCloseTo(Math.abs((1 - .5 + 0 - .41) / 2), within(1e-12));
        // .5 and .51 do not share one
        assertThat(CalibrationError.expected(List.of(new Scored(.5, true), new Scored(.51, false))))
                .isCloseTo((.5 + .51) / 2, within(1e-12));
    }

    @Test
    void takesBothEndsOfTheScale() {
        assertThat(CalibrationError.expected(List.of(new Scored(0, false), new Scored(1, true))))
                .isEqualTo(0);
        assertThat(CalibrationError.expected(List.of(new Scored(0, true), new Scored(1, false))))
                .isEqualTo(1);
    }

    @Test
    void isNothingOfNothing() {
        assertThat(CalibrationError.expected(List.of())).isNull();
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertThatThrownBy(() -> CalibrationError.expected(List.of(new Scored(1.01, true))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.01");
    }
}
