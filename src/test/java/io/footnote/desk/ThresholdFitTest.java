package io.footnote.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.desk.ThresholdFit.Judged;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdFitTest {
    private static final ThresholdFit FIT = new ThresholdFit(List.of(
            new Judged(0.9, true),
            new Judged(0.6, true),
            new Judged(0.5, false),
            new Judged(0.45, false),
            new Judged(0.3, true),
            new Judged(0.1, false)));

    @Test
    void anEntryGoesWrongWhenItIsAnsweredAgainstTheVerdictOrRefusedAgainstIt() {
        assertThat(FIT.wrong(0.4)).isEqualTo(3);
        assertThat(FIT.wrong(0)).isEqualTo(3);
        assertThat(FIT.wrong(0.6)).as("at the threshold it is answered").isEqualTo(1);
        assertThat(FIT.wrong(0.61)).isEqualTo(2);
    }

    @Test
    void theBestHasTheFewestWrongAndIsNearestToTheOneThatHolds() {
        assertThat(FIT.best(0.4)).isEqualTo(0.51);
        assertThat(FIT.best(0.9)).isEqualTo(0.6);
        assertThat(new ThresholdFit(List.of()).best(0.4)).isEqualTo(0.4);
    }
}
