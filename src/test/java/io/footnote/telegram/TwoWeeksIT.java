package io.footnote.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.footnote.quiz.Grades;
import io.footnote.quiz.QuizItem;
import io.footnote.quiz.Schedule;
import io.footnote.quiz.Scheduler;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A student's two weeks through the bot, with a clock that is moved and restarts in between. What must come is computed
 * here, fact by fact, with the scheduler alone.
 */
class TwoWeeksIT {
    private static final long STUDENT = 7_101;
    private static final Person ANN = Person.reader(STUDENT);
    private static final int DAYS = 14;
    private static final int EVENING = 18;
    private static final Duration FAST = Duration.ofSeconds(3);
    private static final Duration SLOW = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final Scheduler scheduler = new Scheduler();
    private final Map<String, QuizItem> byQuestion = new HashMap<>();
    private final Map<String, Schedule> expected = new HashMap<>();
    private QuizFixture quiz;
    private int messages;
    private int answers;
    private int right;

    @BeforeEach
    void start() throws IOException {
        quiz = new QuizFixture(folder);
        QuizFixture.items(QuizFixture.ARTICLE).forEach(item -> byQuestion.put(item.question(), item));
    }

    @AfterEach
    void stop() throws InterruptedException {
        quiz.close();
        assertThat(quiz.api.violations()).isEmpty();
    }

    @Test
    void dueListRemindersSummaryAndProgressAreRightAtEachStepAcrossRestarts() throws Exception {
        say("/remind 18");
        assertThat(next().text()).contains("18:00 UTC");
        say("/quiz 6");
        round(6, 0);

        int reminded = 0;
        for (int day = 0; day < DAYS; day++) {
            if (day % 3 == 1) {
                quiz.restart();
            }
            Instant evening = QuizFixture.MONDAY
                    .truncatedTo(ChronoUnit.DAYS)
                    .plus(Duration.ofDays(day))
                    .plus(Duration.ofHours(EVENING));
            quiz.moveTo(evening);
            List<String> due = due(evening);
            if (due.isEmpty()) {
                say("/due");
                assertThat(next().text()).startsWith("Nothing is due now.").contains("6 facts");
            } else {
                reminded++;
                SentMessage reminder = next();
                assertThat(reminder.text()).as("day " + day).startsWith(count(due.size(), "about to be forgotten"));
                quiz.api.deliver(IncomingUpdate.callback(
                        ANN, reminder, Press.of(Press.Verb.DUE).data()));
                assertThat(next().text()).startsWith(count(due.size(), "due:"));
                round(due.size(), day);
            }
            if (day % 5 == 4) {
                progress();
            }
        }
        assertThat(reminded).as("days with a reminder").isBetween(3, DAYS - 1);
        progress();
        learningIsInTheirData();
    }

    private void learningIsInTheirData() throws IOException {
        say("/mydata");
        JsonNode data =
                new ObjectMapper().readTree(next().arguments().path("document").asText());
        assertThat(data.path("quiz_answers")).hasSize(answers);
        assertThat(data.path("quiz_facts")).hasSize(expected.size());
        assertThat(data.at("/reminder/hour").asInt()).isEqualTo(EVENING);
    }

    /** Polls to the end, each answered, then the summary. */
    private void round(int questions, int day) {
        List<String> missed = new ArrayList<>();
        for (int number = 1; number <= questions; number++) {
            List<String> due = due(quiz.now());
            SentMessage poll = next();
            QuizItem item = Objects.requireNonNull(byQuestion.get(poll.text()), poll.text());
            if (day > 0 && number == 1) {
                assertThat(item.fact()).as("the longest due comes first").isEqualTo(due.getFirst());
            }
            boolean knows = (item.evidence().getFirst() + day) % 4 != 0;
            Duration thought = item.evidence().getFirst() % 2 == 0 ? FAST : SLOW;
            quiz.vote(ANN, poll, knows, thought);
            Instant now = quiz.now();
            expected.compute(
                    item.fact(), (fact, before) -> scheduler.review(before, Grades.of(item, knows, thought), now));
            answers++;
            right += knows ? 1 : 0;
            if (!knows) {
                missed.add(item.question());
            }
        }
        String summary = next().text();
        assertThat(summary).startsWith("Right: " + (questions - missed.size()) + " of " + questions);
        byQuestion
                .keySet()
                .forEach(question ->
                        assertThat(summary.contains(question)).as(question).isEqualTo(missed.contains(question)));
    }

    /** The facts that are due by the schedules computed here, the longest due first. */
    private List<String> due(Instant now) {
        return expected.entrySet().stream()
                .filter(entry -> entry.getValue().isDue(now))
                .sorted(Comparator.comparing((Map.Entry<String, Schedule> entry) ->
                                entry.getValue().due())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void progress() {
        say("/progress");
        SentMessage picture = next();
        long learned = expected.values().stream().filter(Schedule::learned).count();
        assertThat(picture.text())
                .isEqualTo("6 facts, due now: " + due(quiz.now()).size() + ", learned well: " + learned
                        + ". Right answers: " + Math.round(100.0 * right / answers) + " %");
    }

    private static String count(int number, String rest) {
        return number + (number == 1 ? " fact is " : " facts are ") + rest;
    }

    private void say(String text) {
        quiz.api.deliver(IncomingUpdate.text(ANN, text));
    }

    private SentMessage next() {
        return quiz.message(STUDENT, ++messages);
    }
}
