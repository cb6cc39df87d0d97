package io.footnote.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.quiz.ItemType;
import io.footnote.quiz.QuizItem;
import io.footnote.quiz.Rating;
import io.footnote.quiz.Schedule;
import io.footnote.quiz.Scheduler;
import io.footnote.storage.Learners.Attempt;
import io.footnote.storage.QuizRounds.Asked;
import io.footnote.storage.QuizRounds.Round;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of quizzes, whatever the database. */
abstract class QuizContract {
    private static final PersonalData PERSONAL = PersonalData.under("a key of more than thirty-two characters");
    private static final long BOT = 412;
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00.123Z");
    private static final long ANN = 71;
    private static final long BOB = 72;

    private Database database;
    private QuizItems items;
    private QuizRounds rounds;
    private Learners learners;

    /** An open database with nothing in it; closed by the test class. */
    abstract Database empty();

    @BeforeEach
    void openAll() {
        database = empty();
        items = new QuizItems(database);
        rounds = new QuizRounds(database, PERSONAL, BOT);
        learners = new Learners(database, PERSONAL, BOT);
    }

    private static QuizItem item(String id) {
        return new QuizItem(
                id,
                ItemType.WHO,
                "Who left " + id + "?",
                List.of("Ann", "Bob", "Cid"),
                1,
                "Bob left.",
                "article",
                List.of(1),
                "fact-" + id);
    }

    /** The same item of another article. */
    private static QuizItem elsewhere(String id) {
        QuizItem item = item(id);
        return new QuizItem(
                item.id(),
                item.type(),
                item.question(),
                item.options(),
                item.correct(),
                item.explanation(),
                "another",
                item.evidence(),
                item.fact());
    }

    private static Round round(String id, long chat, long person) {
        return new Round(id, chat, person, ANN, null, "en", false, false, List.of("i1", "i2"), NOON);
    }

    private Asked ask(String id, String round, int position) {
        Asked asked = new Asked(id, round, "i" + (position + 1), position, 1, NOON, null, null, null);
        rounds.ask(asked, NOON.plusSeconds(30));
        return asked;
    }

    private static Attempt attempt(String asked, long person, int choice, boolean right, long millis) {
        return new Attempt(asked, person, "i1", "fact-i1", "article", choice, right, millis, NOON, "Name " + person);
    }

    @Test
    void itemsComeInTheirOrderWithWhatWasDecidedAboutThem() {
        items.add(List.of(item("i2"), item("i1")), NOON);
        items.noteAnswered("i1", true);
        assertThat(items.switchOff("i2", true)).isTrue();
        assertThat(items.switchOff("i3", true)).isFalse();
        items.add(List.of(item("i1"), item("i2")), NOON.plusSeconds(1));

        assertThat(items.of("article"))
                .containsExactly(
                        new QuizItems.Kept(item("i1"), true, false), new QuizItems.Kept(item("i2"), null, true));
        assertThat(items.on("fact-i1")).hasSize(1);
    }

    @Test
    void aCorrectedItemKeepsItsIdAndItsFactAndIsCheckedAgain() {
        items.add(List.of(item("i1").withFact("older fact")), NOON);
        items.noteAnswered("i1", true);
        QuizItem better = new QuizItem(
                "i1",
                ItemType.WHO,
                "Who went?",
                List.of("Ann", "Bob", "Eve"),
                1,
                "Bob left.",
                "article",
                List.of(1),
                "x");

        assertThat(items.correct(better, NOON)).isTrue();
        assertThat(items.find("i1")).contains(new QuizItems.Kept(better.withFact("older fact"), null, false));
    }

    @Test
    void whatModeratorsDecidedIsKnownByArticleWithItemsInTheirCorrectedWords() {
        assertThat(items.decisions("article")).isEqualTo(QuizItems.Decisions.NONE);
        items.add(List.of(item("i1"), item("i2"), item("i3"), elsewhere("i4")), NOON);
        assertThat(items.decisions("article")).isEqualTo(QuizItems.Decisions.NONE);

        items.switchOff("i1", true);
        items.switchOff("i2", true);
        items.switchOff("i4", true);
        items.correct(item("i2").withFact("another fact"), NOON);
        QuizItem better = new QuizItem(
                "i3",
                ItemType.WHO,
                "Who went?",
                List.of("Ann", "Bob", "Eve"),
                2,
                "Eve went.",
                "article",
                List.of(1),
                "fact-i3");
        items.correct(better, NOON);
        items.correct(elsewhere("i4"), NOON);

        assertThat(items.decisions("article"))
                .isEqualTo(new QuizItems.Decisions(Set.of("i1", "i2"), Map.of("i2", item("i2"), "i3", better)));
        assertThat(items.decisions("another"))
                .isEqualTo(new QuizItems.Decisions(Set.of("i4"), Map.of("i4", elsewhere("i4"))));

        items.switchOff("i1", false);
        items.switchOff("i2", false);
        items.add(List.of(item("i3")), NOON.plusSeconds(1));
        assertThat(items.decisions("article"))
                .as("what was made again stays as it was corrected")
                .isEqualTo(new QuizItems.Decisions(Set.of(), Map.of("i2", item("i2"), "i3", better)));
    }

    @Test
    void thereIsOneRoundInAChatAtATime() {
        assertThat(rounds.begin(round("r1", 5, ANN))).isTrue();
        assertThat(rounds.begin(round("r2", 5, ANN))).isFalse();
        assertThat(rounds.open(5)).contains(round("r1", 5, ANN));
        assertThat(rounds.end("r1", NOON)).isTrue();
        assertThat(rounds.end("r1", NOON)).isFalse();
        assertThat(rounds.open(5)).isEmpty();
        assertThat(rounds.begin(round("r3", 5, ANN))).isTrue();
        assertThat(rounds.find("r1")).contains(round("r1", 5, ANN));
    }

    @Test
    void aPollIsKnownByItsIdOnceItWasSentAndIsLostWhereItNeverWasToBe() {
        rounds.begin(round("r1", 5, ANN));
        Asked asked = ask("q1", "r1", 0);
        assertThat(rounds.lost(asked)).isTrue();
        Outbox outbox = new Outbox(database, PERSONAL);
        outbox.put(BOT, List.of(poll("q1")), NOON, () -> {});
        assertThat(rounds.lost(asked)).isFalse();

        outbox.sent(BOT, outbox.next(BOT, List.of(), 1).getFirst(), 17, "p9", NOON.plusSeconds(2));
        assertThat(rounds.askedByPoll("p9"))
                .contains(new Asked("q1", "r1", "i1", 0, 1, NOON, NOON.plusSeconds(2), "p9", 17L));
        assertThat(rounds.askedByPoll("p8")).isEmpty();
        ask("q2", "r1", 0);
        assertThat(rounds.asked("r1")).as("a place is asked once").hasSize(1);
    }

    private static Outbox.Message poll(String asked) {
        return new Outbox.Message(5, ANN, false, "sendPoll", "{}", null, null, asked);
    }

    @Test
    void aReadersRoundIsStuckWhereItsLastQuestionWasGivenUpOrNeverPutIntoTheOutbox() {
        rounds.begin(round("r1", 5, ANN));
        rounds.ask(new Asked("q1", "r1", "i1", 0, 1, NOON, null, null, null), null);
        assertThat(rounds.stuck(NOON)).isEmpty();
        assertThat(rounds.stuck(NOON.plusMillis(1))).containsExactly(new QuizRounds.Stuck(round("r1", 5, ANN), null));

        Outbox outbox = new Outbox(database, PERSONAL);
        outbox.put(BOT, List.of(poll("q1")), NOON, () -> {});
        assertThat(rounds.stuck(NOON.plusSeconds(9))).as("it waits").isEmpty();
        outbox.giveUp(outbox.next(BOT, List.of(), 1).getFirst(), "lost");
        assertThat(rounds.stuck(NOON)).containsExactly(new QuizRounds.Stuck(round("r1", 5, ANN), "lost"));

        rounds.ask(new Asked("q2", "r1", "i2", 1, 1, NOON, null, null, null), null);
        assertThat(rounds.stuck(NOON)).as("the next one was asked").isEmpty();
        rounds.end("r1", NOON);
        assertThat(rounds.stuck(NOON.plusSeconds(9))).isEmpty();
    }

    @Test
    void timedRoundsWaitForTheirTimeAndEndedOnesDoNot() {
        rounds.begin(round("r1", 5, 0));
        ask("q1", "r1", 0);
        assertThat(rounds.waiting(NOON.plusSeconds(29))).isEmpty();
        assertThat(rounds.waiting(NOON.plusSeconds(30))).hasSize(1);
        rounds.end("r1", NOON);
        assertThat(rounds.waiting(NOON.plusSeconds(30))).isEmpty();
    }

    @Test
    void anAnswerCountsOnceAndMovesTheScheduleOnce() {
        rounds.begin(round("r1", 5, ANN));
        ask("q1", "r1", 0);
        Scheduler scheduler = new Scheduler();
        Schedule first = scheduler.review(null, Rating.GOOD, NOON);

        assertThat(learners.record(
                        attempt("q1", ANN, 1, true, 900), before -> scheduler.review(before, Rating.GOOD, NOON)))
                .isTrue();
        assertThat(learners.record(
                        attempt("q1", ANN, 0, false, 900), before -> scheduler.review(before, Rating.AGAIN, NOON)))
                .isFalse();
        assertThat(learners.learned(ANN)).containsExactly(new Learners.Learned("fact-i1", "article", stored(first)));
        assertThat(learners.answered(ANN, 10)).containsExactly(new Learners.Answered("article", true, NOON));
        assertThat(learners.learned(BOB)).isEmpty();
        assertThat(rounds.answered("q1", ANN)).isTrue();
        assertThat(rounds.answered("q1", BOB)).isFalse();
    }

    /** Times are kept to the millisecond. */
    private static Schedule stored(Schedule schedule) {
        return new Schedule(
                schedule.phase(),
                schedule.step(),
                schedule.stability(),
                schedule.difficulty(),
                Instant.ofEpochMilli(schedule.reviewedAt().toEpochMilli()),
                Instant.ofEpochMilli(schedule.due().toEpochMilli()));
    }

    @Test
    void standingsGoByRightAnswersThenTimeAndStatisticsByOption() {
        rounds.begin(round("r1", 5, 0));
        ask("q1", "r1", 0);
        ask("q2", "r1", 1);
        learners.record(attempt("q1", ANN, 1, true, 900), before -> before);
        learners.record(attempt("q2", ANN, 0, false, 100), before -> before);
        learners.record(attempt("q1", BOB, 1, true, 800), before -> before);

        assertThat(rounds.standings("r1"))
                .containsExactly(
                        new QuizRounds.Standing("Name 72", 1, 1, 800), new QuizRounds.Standing("Name 71", 1, 2, 900));
        assertThat(rounds.missed("r1", BOB)).as("nobody was sent the other").isEmpty();
        Outbox outbox = new Outbox(database, PERSONAL);
        outbox.put(BOT, List.of(poll("q2")), NOON, () -> {});
        outbox.sent(BOT, outbox.next(BOT, List.of(), 1).getFirst(), 17, "p9", NOON);
        assertThat(rounds.missed("r1", BOB)).containsExactly("i2");
        assertThat(items.statistics("article")).as("there is no such item").isEmpty();
        items.add(List.of(item("i1"), item("i2")), NOON);
        assertThat(items.statistics("article"))
                .isEqualTo(Map.of("i1", new QuizItems.Statistics(3, 2, Map.of(0, 1L, 1, 2L))));
    }

    @Test
    void whatWasAskedBeforeACorrectionNoLongerCounts() {
        items.add(List.of(item("i1")), NOON);
        rounds.begin(round("r1", 5, ANN));
        ask("q1", "r1", 0);
        learners.record(attempt("q1", ANN, 0, false, 900), before -> before);
        items.correct(item("i1"), NOON);
        assertThat(items.statistics("article")).containsOnlyKeys("i1");
        items.correct(item("i1"), NOON.plusMillis(1));
        assertThat(items.statistics("article")).isEmpty();
        assertThat(items.correct(item("i9"), NOON)).isFalse();
    }

    @Test
    void theArticlesWithItemsAreCountedTheNewestFirst() {
        items.add(List.of(item("i1"), item("i2")), NOON);
        items.switchOff("i2", true);
        items.add(List.of(elsewhere("i3")), NOON.plusSeconds(1));

        assertThat(items.articles())
                .containsExactly(
                        new QuizItems.Counted("another", "another", 1, 0),
                        new QuizItems.Counted("article", "article", 2, 1));
    }

    @Test
    void aReminderIsSetMovedAndEnded() {
        Learners.Reminder reminder = new Learners.Reminder(ANN, 18, "Europe/Moscow", "ru");
        learners.remind(reminder, NOON);
        assertThat(learners.toRemind(NOON.minusMillis(1))).isEmpty();
        assertThat(learners.toRemind(NOON)).containsExactly(reminder);
        learners.remind(reminder, NOON.plus(Duration.ofDays(1)));
        assertThat(learners.toRemind(NOON)).isEmpty();
        assertThat(learners.reminder(ANN)).contains(reminder);
        learners.stopReminding(ANN);
        assertThat(learners.reminder(ANN)).isEmpty();
    }

    @Test
    void whoIsForgottenLeavesNoAnswersSchedulesRoundsOrReminder() {
        rounds.begin(round("r1", ANN, ANN));
        ask("q1", "r1", 0);
        learners.record(attempt("q1", ANN, 1, true, 1), before -> new Scheduler().review(before, Rating.GOOD, NOON));
        learners.remind(new Learners.Reminder(ANN, 18, "UTC", "en"), NOON);

        new ReaderData(database, PERSONAL).forget(ANN);

        assertThat(rounds.find("r1")).isEmpty();
        assertThat(learners.learned(ANN)).isEmpty();
        assertThat(learners.answered(ANN, 10)).isEmpty();
        assertThat(learners.reminder(ANN)).isEmpty();
    }
}
