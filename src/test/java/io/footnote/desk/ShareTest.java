package io.footnote.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShareTest {
    @Test
    void theIntervalIsWilsons() {
        Share share = Share.of(9, 10);
        assertThat(share.low()).isCloseTo(0.5958, within(1e-4));
        assertThat(share.high()).isCloseTo(0.9821, within(1e-4));
        assertThat(share.words()).isEqualTo("9 of 10, 90 % (95 % interval 60 to 98)");
    }

    @Test
    void nothingJudgedSaysNothing() {
        assertThat(Share.of(0, 0).words()).isEqualTo("no answer has been judged yet");
        assertThat(Share.of(5, 5).high()).isEqualTo(1);
    }
}
