package io.footnote.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.answer.Abstained;
import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Grounded;
import io.footnote.answer.ShownSoFar;
import io.footnote.model.Budget;
import io.footnote.storage.Exchanges.Exchange;
import io.footnote.storage.Exchanges.Opinion;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept about readers and how it goes, whatever the database. */
abstract class ReaderContract {
    private static final PersonalData PERSONAL = PersonalData.under("a key of more than thirty-two characters");
    private static final long ANN = 1_001;
    private static final long BOB = 1_002;
    private static final long GROUP = -100_5;
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00.123Z");
    private static final LocalDate DAY = LocalDate.parse("2026-11-01");

    private AnswerRecords answers;
    private Exchanges exchanges;
    private SpendingRecords spending;
    private ReaderData readers;

    /** An open database with nothing in it; closed by the test class. */
    abstract Database empty();

    @BeforeEach
    void openAll() {
        Database database = empty();
        answers = new AnswerRecords(database);
        exchanges = new Exchanges(database, PERSONAL, 412);
        spending = new SpendingRecords(database);
        readers = new ReaderData(database, PERSONAL);
    }

    private static AnswerTrace trace(String id, Instant at) {
        return Traces.trace(
                id,
                at,
                new Abstained(Abstained.Reason.NO_RELEVANT_PASSAGE, null, List.of(), 0.1, "extractive", null),
                3);
    }

    private void asked(String id, long chat, long person, Instant at) {
        answers.record(trace(id, at));
        exchanges.add(new Exchange(id, 7, null, at), chat, person);
    }

    private List<String> unfinished() {
        return answers.unfinished(9).stream().map(ShownSoFar::id).toList();
    }

    private void begun(String id, long person) {
        AnswerTrace finished = Traces.grounded(id, NOON);
        answers.recordShown(
                new ShownSoFar(id, finished.question(), readers.nameOf(person), (Grounded) finished.answer()));
    }

    @Test
    void aReaderIsForgottenWithAllThatIsTheirsAndNobodyElseIs() {
        asked("private", ANN, ANN, NOON);
        asked("group", GROUP, ANN, NOON);
        asked("inline", 0, ANN, NOON);
        asked("bobs", GROUP, BOB, NOON);
        exchanges.judge("bobs", ANN, Opinion.GOOD, NOON);
        begun("anns-unfinished", ANN);
        begun("bobs-unfinished", BOB);
        spending.add(DAY, Budget.accountOf(readers.nameOf(ANN)), 5);
        spending.add(DAY, Budget.accountOf(readers.nameOf(BOB)), 7);
        spending.add(DAY, "all", 12);

        assertThat(readers.spentOn(ANN)).isEqualTo(5);

        assertThat(readers.forget(ANN)).isEqualTo(3);

        for (String gone : List.of("private", "group", "inline")) {
            assertThat(answers.find(gone)).isEmpty();
            assertThat(exchanges.find(gone)).isEmpty();
        }
        assertThat(readers.askedBy(ANN)).isEmpty();
        assertThat(exchanges.opinions()).isEmpty();
        assertThat(unfinished()).containsExactly("bobs-unfinished");
        assertThat(readers.spentOn(ANN)).isZero();
        assertThat(spending.spent(DAY, Budget.accountOf(readers.nameOf(BOB)))).isEqualTo(7);
        assertThat(spending.spent(DAY, "all")).isEqualTo(12);
        assertThat(readers.askedBy(BOB))
                .singleElement()
                .satisfies(asked -> assertThat(asked.trace().id()).isEqualTo("bobs"));
    }

    @Test
    void whatIsOlderThanTheRetentionGoesWhoeverAskedAndNothingElse() {
        asked("old", ANN, ANN, NOON.minusMillis(1));
        answers.record(trace("old-in-the-terminal", NOON.minus(Duration.ofDays(3))));
        begun("unfinished", ANN);
        asked("kept", ANN, ANN, NOON);

        assertThat(readers.deleteAskedBefore(NOON)).isEqualTo(2);

        assertThat(answers.find("old")).isEmpty();
        assertThat(answers.find("old-in-the-terminal")).isEmpty();
        assertThat(answers.find("kept")).isPresent();
        assertThat(unfinished()).containsExactly("unfinished");
        assertThat(readers.deleteAskedBefore(NOON.plus(Duration.ofDays(1)))).isEqualTo(1);
        assertThat(unfinished()).isEmpty();
    }
}
