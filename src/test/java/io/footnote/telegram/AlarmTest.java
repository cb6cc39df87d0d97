package io.footnote.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.storage.LogFigures.Counts;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AlarmTest {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final Counts USUAL = new Counts(200, 150, 2);

    private final Alarm alarm = new Alarm();

    @Test
    void manyRefusalsAreToldOnceInAWhile() {
        Counts bad = new Counts(20, 10, 0);
        assertThat(alarm.toTell(NOON, bad, USUAL, 0)).containsExactly(Phrase.ALERT_REFUSALS);
        assertThat(alarm.toTell(NOON.plus(Alarm.QUIET).minusMillis(1), bad, USUAL, 0))
                .isEmpty();
        assertThat(alarm.toTell(NOON.plus(Alarm.QUIET), bad, USUAL, 0)).containsExactly(Phrase.ALERT_REFUSALS);
    }

    @Test
    void whatIsUsualOrTooLittleToTellIsNotTold() {
        assertThat(alarm.toTell(NOON, new Counts(19, 0, 0), USUAL, 0)).isEmpty();
        assertThat(alarm.toTell(NOON, new Counts(20, 11, 0), USUAL, 0)).isEmpty();
        assertThat(alarm.toTell(NOON, new Counts(20, 10, 0), new Counts(200, 100, 0), 0))
                .as("half were refused the day before, too")
                .isEmpty();
    }

    @Test
    void aModelThatDoesNotAnswerIsTold() {
        assertThat(alarm.toTell(NOON, new Counts(4, 4, 4), USUAL, 0)).isEmpty();
        assertThat(alarm.toTell(NOON, new Counts(20, 20, 9), USUAL, 0)).isEmpty();
        assertThat(alarm.toTell(NOON, new Counts(5, 5, 3), USUAL, 0)).containsExactly(Phrase.ALERT_MODEL);
    }

    @Test
    void aBudgetThatNearsItsEndIsToldWhetherOrNotMuchIsAsked() {
        Counts nothing = new Counts(0, 0, 0);
        assertThat(alarm.toTell(NOON, nothing, nothing, 0.799)).isEmpty();
        assertThat(alarm.toTell(NOON, nothing, nothing, 0.8)).containsExactly(Phrase.ALERT_BUDGET);
        assertThat(alarm.toTell(NOON.plus(Alarm.QUIET).minusMillis(1), nothing, nothing, 1))
                .isEmpty();
    }
}
