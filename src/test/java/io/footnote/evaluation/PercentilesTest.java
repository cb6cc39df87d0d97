package io.footnote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void takesTheNearestRank() {
        // n = 20: ranks ⌈10⌉, ⌈19⌉ and ⌈19.8⌉
        assertThat(Percentiles.of(descendingMillis(20))).isEqualTo(new Percentiles(10, 19, 20));
        // n = 100: ranks 50, 95 and 99
        assertThat(Percentiles.of(descendingMillis(100))).isEqualTo(new Percentiles(50, 95, 99));
        // n = 3: ranks ⌈1.5⌉, ⌈2.85⌉ and ⌈2.97⌉
        assertThat(Percentiles.of(descendingMillis(3))).isEqualTo(new Percentiles(2, 3, 3));
    }

    @Test
    void keepsFractionsOfAMillisecond() {
        assertThat(Percentiles.of(List.of(Duration.ofNanos(1_250_000)))).isEqualTo(new Percentiles(1.25, 1.25, 1.25));
    }

    @Test
    void refusesNothing() {
        assertThatThrownBy(() -> Percentiles.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Duration> descendingMillis(int count) {
        List<Duration> durations = new ArrayList<>(
                IntStream.rangeClosed(1, count).mapToObj(Duration::ofMillis).toList());
        Collections.reverse(durations);
        return durations;
    }
}
