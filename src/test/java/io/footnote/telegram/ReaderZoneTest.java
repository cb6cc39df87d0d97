package io.footnote.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.storage.Learners.Reminder;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderZoneTest {
    @ParameterizedTest
    @CsvSource({
        "'', UTC",
        "utc, UTC",
        "+3, UTC+03:00",
        "UTC -5, UTC-05:00",
        "+14, UTC+14:00",
        "-12, UTC-12:00",
        "Europe/Berlin, Europe/Berlin",
        "europe/berlin, Europe/Berlin",
        "Berlin, Europe/Berlin",
        "new york, America/New_York"
    })
    void isReadFromAnOffsetOrAPlace(String written, String zone) {
        assertThat(ReaderZone.of(written)).contains(ZoneId.of(zone));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+15", "-13", "Atlantis", "Europe", "3", "../etc"})
    void isNothingWhereThereIsNone(String written) {
        assertThat(ReaderZone.of(written)).isEmpty();
    }

    @Test
    void isToldAsItIsWritten() {
        assertThat(ReaderZone.told("UTC")).isEqualTo("UTC");
        assertThat(ReaderZone.told("UTC+03:00")).isEqualTo("UTC+3");
        assertThat(ReaderZone.told("UTC-12:00")).isEqualTo("UTC-12");
        assertThat(ReaderZone.told("Europe/Berlin")).isEqualTo("Europe/Berlin");
    }

    @Test
    void theHourStaysTheHourThroughSummerTime() {
        Reminder berlin = new Reminder(1, 18, "Europe/Berlin", "en");
        assertThat(DueFacts.next(berlin, Instant.parse("2026-03-28T17:00:00Z")))
                .as("clocks go forward in the night")
                .isEqualTo(Instant.parse("2026-03-29T16:00:00Z"));
        assertThat(DueFacts.next(berlin, Instant.parse("2026-10-24T16:00:00Z")))
                .isEqualTo(Instant.parse("2026-10-25T17:00:00Z"));
        Reminder skipped = new Reminder(1, 2, "Europe/Berlin", "en");
        assertThat(DueFacts.next(skipped, Instant.parse("2026-03-28T23:00:00Z")))
                .as("an hour that does not come that day")
                .isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
    }
}
