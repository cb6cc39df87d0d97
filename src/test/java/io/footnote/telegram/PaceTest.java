package io.footnote.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Pace pace = new Pace();

    /** When messages go that all could go at once, in the order of their chats. */
    private List<Long> times(int count, int chats, boolean group) {
        List<Long> times = new ArrayList<>();
        long now = 0;
        for (int sent = 0; sent < count; sent++) {
            Duration wait = pace.take(sent % chats, group, now);
            while (wait.isPositive()) {
                now += wait.toNanos();
                wait = pace.take(sent % chats, group, now);
            }
            times.add(now);
        }
        return times;
    }

    private static int mostWithin(List<Long> times, long window) {
        return times.stream()
                .mapToInt(start -> (int) times.stream()
                        .filter(time -> time >= start && time < start + window)
                        .count())
                .max()
                .orElse(0);
    }

    @Test
    void aChatGetsAMessageASecond() {
        assertThat(mostWithin(times(10, 1, false), SECOND)).isEqualTo(1);
    }

    @Test
    void aChatsSecondBeginsWhenItsLastMessageWasAnswered() {
        pace.take(1, false, 0);
        pace.answered(1, SECOND);

        assertThat(pace.take(1, false, 2 * SECOND)).isPositive();
        assertThat(pace.take(2, false, 2 * SECOND)).as("another chat").isZero();
        assertThat(pace.take(1, false, 2 * SECOND + SECOND / 10)).isZero();
    }

    @Test
    void aGroupGetsTwentyAMinute() {
        List<Long> times = times(50, 1, true);

        assertThat(mostWithin(times, 60 * SECOND)).isEqualTo(20);
        assertThat(mostWithin(times, SECOND)).isEqualTo(1);
    }

    @Test
    void allTogetherGetThirtyASecond() {
        assertThat(mostWithin(times(200, 100, false), SECOND)).isEqualTo(30);
    }
}
