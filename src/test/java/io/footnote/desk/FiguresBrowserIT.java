package io.footnote.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.storage.Exchanges.Opinion;
import io.footnote.storage.Review;
import io.footnote.storage.Review.Decision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/** The charts of the desk in a real Chromium. */
final class FiguresBrowserIT {
    private static final int DAYS = 28;

    /** Questions with the sentence that answers, or 0. */
    private static final List<Asked> QUESTIONS = List.of(
            new Asked("When does the ferry sail again?", 2),
            new Asked("Who repaired the engine?", 3),
            new Asked("How many people are in the crew?", 0),
            new Asked("What did the mayor say?", 4),
            new Asked("How much did the engine cost?", 3),
            new Asked("May dogs come on board?", 0),
            new Asked("What does a ticket cost?", 5));

    @TempDir
    static Path folder;

    private static @Nullable ChromeDriver browser;

    private DeskFixture desk;

    private record Asked(String text, int sentence) {}

    @BeforeAll
    static void startBrowser() {
        browser = Chromium.start(folder.resolve("profile"));
    }

    @AfterAll
    static void endBrowser() {
        if (browser != null) {
            browser.quit();
        }
    }

    @BeforeEach
    void start() throws IOException {
        Chromium.reset(browser());
        desk = new DeskFixture(Files.createTempDirectory(folder, "desk"));
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    private static ChromeDriver browser() {
        return Objects.requireNonNull(browser);
    }

    /** Each chart as the browser has drawn it: its name, then a series after the other. */
    private List<?> charts() {
        ChromeDriver page = browser();
        page.get(desk.url + "/figures");
        Object charts = page.executeScript("""
            return [...document.querySelectorAll('canvas')].map(canvas => {
                const chart = Chart.getChart(canvas);
                return canvas.dataset.table + ' ' + chart.data.datasets.map(set => set.data.join('+')).join(' ');
            });\
            """);
        return (List<?>) Objects.requireNonNull(charts);
    }

    @Test
    void chartsShowTheNumbersOfTheDatabaseAndLeadToTheEntries() {
        desk.records.record(desk.answered("e1", "When does the ferry sail again?", 2, 0.95));
        desk.records.record(desk.answered("e2", "Who repaired the engine?", 3, 0.55));
        desk.records.record(desk.refused("e3", "How many people are in the crew?", 0.3));
        desk.records.record(desk.answered("e4", "What did the mayor say?", 4, 0.7));
        ChromeDriver page = browser();
        Chromium.signIn(page, desk.desk.link(DeskFixture.MODERATOR));
        assertThat(charts())
                .asString()
                .contains("questions 3 1", "shares 75 25", "scores 0+0+0+0+0+0+0+0+0+3", "millis 23 23", "cost 0.0006")
                .contains("articles 4");
        page.findElement(By.cssSelector("#questions-title ~ details summary")).click();
        page.findElement(By.cssSelector("#questions a")).click();
        Chromium.awaitPage(page, "Log");
        assertThat(page.findElements(By.cssSelector("a.question"))).hasSize(4);
    }

    @Test
    void fourWeeksAreChartedDayByDay() throws IOException {
        int[] answered = new int[DAYS];
        int[] refused = new int[DAYS];
        int number = 0;
        desk.pass(Duration.ofDays(-DAYS));
        for (int day = 0; day < DAYS; day++) {
            int questions = 5 + day * 5 % 9;
            for (int n = 0; n < questions; n++) {
                Asked asked = QUESTIONS.get((number * 5 + day) % QUESTIONS.size());
                (asked.sentence() == 0 ? refused : answered)[day]++;
                ask("q" + number++, asked, number);
                desk.pass(Duration.ofMinutes(11 + number % 7));
            }
            desk.pass(Duration.between(desk.now(), DeskFixture.START.plus(Duration.ofDays(day + 1L - DAYS))));
        }
        desk.pass(Duration.ofHours(-12)); // the evening of the last day
        ChromeDriver page = browser();
        Chromium.width(page, 1280, 900);
        Chromium.signIn(page, desk.desk.link(DeskFixture.ADMINISTRATOR));
        Chromium.picture(page, "weeks-log");
        Chromium.scheme(page, "dark");
        assertThat(charts()).asString().contains("questions " + joined(answered) + " " + joined(refused));
        Chromium.picture(page, "weeks-figures");
    }

    /** Some are judged, by moderators or readers. */
    private void ask(String id, Asked asked, int number) {
        desk.score = 0.55 + number * 37 % 45 / 100.0;
        desk.took = Duration.ofMillis(18 + number * 29 % 60);
        double confidence = 0.45 + number * 53 % 55 / 100.0;
        desk.records.record(
                asked.sentence() == 0
                        ? desk.refused(id, asked.text(), confidence / 3)
                        : desk.answered(id, asked.text(), asked.sentence(), confidence));
        if (number % 4 == 0) {
            Decision fault = asked.sentence() == 0 ? Decision.SHOULD_HAVE_ANSWERED : Decision.INCOMPLETE;
            Decision verdict = number % 28 == 8 ? fault : Decision.RIGHT;
            desk.reviews.save(new Review(id, DeskFixture.MODERATOR, verdict, "", desk.now()));
        }
        if (number % 3 == 0) {
            desk.exchanges.judge(
                    id, DeskFixture.READER, number % 5 == 0 ? Opinion.INCOMPLETE : Opinion.GOOD, desk.now());
        }
    }

    private static String joined(int[] counts) {
        return IntStream.of(counts).mapToObj(Integer::toString).collect(Collectors.joining("+"));
    }
}
