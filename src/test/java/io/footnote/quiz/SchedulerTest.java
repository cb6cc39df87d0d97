package io.footnote.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.footnote.quiz.Schedule.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchedulerTest {
    private static final Path REFERENCE = Path.of("../shared/eval/fsrs6.json");
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    private final Scheduler scheduler = new Scheduler();

    /** Rating, seconds since the last review, then phase, stability, difficulty and the pause in seconds, by hand. */
    @ParameterizedTest
    @ValueSource(strings = {"""
                GOOD, 0, LEARNING, 2.3065, 2.118104, 600
                GOOD, 600, REVIEW, 2.3065, 2.111214, 172800
                GOOD, 172800, REVIEW, 10.971048, 2.104331, 950400
                AGAIN, 950400, RELEARNING, 1.539013, 7.389976, 600
                GOOD, 600, REVIEW, 1.571842, 7.377814, 172800
                GOOD, 86400, REVIEW, 3.597638, 7.365665, 345600""", """
                AGAIN, 0, LEARNING, 0.212, 6.4133, 60
                HARD, 60, LEARNING, 0.143399, 7.60421, 330
                GOOD, 330, LEARNING, 0.171211, 7.591834, 600
                HARD, 600, LEARNING, 0.117449, 8.386576, 600
                EASY, 600, REVIEW, 0.244424, 7.832673, 86400
                HARD, 259200, REVIEW, 1.382361, 8.546455, 86400
                EASY, 2592000, REVIEW, 15.219638, 8.045977, 1296000""", """
                EASY, 0, REVIEW, 8.2956, 1, 691200
                GOOD, 691200, REVIEW, 38.90515, 1, 3369600
                AGAIN, 3369600, RELEARNING, 2.862327, 7.02699, 600
                HARD, 600, RELEARNING, 1.631359, 8.011606, 900
                AGAIN, 900, RELEARNING, 0.560843, 9.331657, 600
                EASY, 3600, REVIEW, 1.053075, 9.093556, 86400"""})
    void followsHistoriesThatWereComputedFromTheFormulas(String history) {
        Schedule schedule = null;
        Instant now = START;
        for (String line : history.lines().toList()) {
            String[] step = line.split(", ");
            now = now.plusSeconds(Long.parseLong(step[1]));

            schedule = scheduler.review(schedule, Rating.valueOf(step[0]), now);

            assertThat(schedule.phase()).as(line).isEqualTo(Phase.valueOf(step[2]));
            assertThat(schedule.stability()).as(line).isEqualTo(Double.parseDouble(step[3]), within(1e-6));
            assertThat(schedule.difficulty()).as(line).isEqualTo(Double.parseDouble(step[4]), within(1e-6));
            assertThat(schedule.due()).as(line).isEqualTo(now.plusSeconds(Long.parseLong(step[5])));
        }
    }

    @Test
    void agreesWithTheReferenceImplementationToSixDecimals() throws IOException {
        assumeTrue(Files.exists(REFERENCE), () -> "skipped: there is no " + REFERENCE);
        JsonNode reference = new ObjectMapper().readTree(REFERENCE.toFile());
        List<Double> weights = new ArrayList<>();
        reference.path("parameters").forEach(weight -> weights.add(weight.asDouble()));
        assertThat(weights).isEqualTo(ForgettingCurve.PUBLISHED_WEIGHTS);

        int steps = 0;
        for (JsonNode history : reference.path("sequences")) {
            Schedule schedule = null;
            for (JsonNode step : history) {
                schedule = after(schedule, step);
                steps++;
            }
        }

        assertThat(steps).isGreaterThan(1_000);
    }

    private Schedule after(@Nullable Schedule before, JsonNode step) {
        Rating rating = Rating.values()[step.path("rating").asInt() - 1];
        Schedule schedule =
                scheduler.review(before, rating, Instant.parse(step.path("at").asText()));
        assertThat(schedule.phase().name())
                .isEqualTo(step.path("state").asText().toUpperCase(Locale.ROOT));
        assertThat(schedule.stability()).isEqualTo(step.path("stability").asDouble(), within(5e-7));
        assertThat(schedule.difficulty()).isEqualTo(step.path("difficulty").asDouble(), within(5e-7));
        assertThat(schedule.due()).isEqualTo(Instant.parse(step.path("due").asText()));
        return schedule;
    }

    @Test
    void aKnownFactIsAskedAgainWhenNineInTenWouldStillKnowIt() {
        Schedule schedule = scheduler.review(null, Rating.EASY, START);

        assertThat(scheduler.retrievability(schedule, schedule.due())).isCloseTo(0.9, within(0.01));
        assertThat(scheduler.retrievability(schedule, START)).isEqualTo(1);
        assertThat(schedule.isDue(schedule.due())).isTrue();
        assertThat(schedule.isDue(schedule.due().minusMillis(1))).isFalse();
    }

    @Test
    void aClockThatWentBackCountsAsNoTimePassed() {
        Schedule first = scheduler.review(null, Rating.EASY, START);

        Schedule second = scheduler.review(first, Rating.GOOD, START.minus(Duration.ofDays(3)));

        assertThat(second.stability()).isEqualTo(first.stability());
    }

    @Test
    void intervalsEndAtAHundredYears() {
        Schedule known = new Schedule(Phase.REVIEW, 0, 1e6, 1, START, START);

        Schedule next = scheduler.review(known, Rating.EASY, START);

        assertThat(Duration.between(START, next.due())).isEqualTo(Duration.ofDays(36_500));
    }

    @Test
    void stabilityNeverFallsBelowAThousandthOfADay() {
        Schedule schedule = scheduler.review(null, Rating.AGAIN, START);
        for (int review = 0; review < 50; review++) {
            schedule = scheduler.review(schedule, Rating.AGAIN, START);
        }

        assertThat(schedule.stability()).isEqualTo(0.001);
        assertThat(schedule.difficulty()).isLessThanOrEqualTo(10);
    }

    @Test
    void aScheduleThatCannotBeIsRefused() {
        assertThatThrownBy(() -> new Schedule(Phase.REVIEW, 1, 1, 5, START, START))
                .hasMessageContaining("step");
        assertThatThrownBy(() -> new Schedule(Phase.REVIEW, 0, 0, 5, START, START))
                .hasMessageContaining("stability");
        assertThatThrownBy(() -> new Schedule(Phase.REVIEW, 0, 1, 10.5, START, START))
                .hasMessageContaining("difficulty");
        assertThatThrownBy(() -> new Schedule(Phase.REVIEW, 0, 1, 5, START, START.minusMillis(1)))
                .hasMessageContaining("due");
        assertThatThrownBy(() -> new Scheduler(List.of(1.0))).hasMessageContaining("21");
    }
}
