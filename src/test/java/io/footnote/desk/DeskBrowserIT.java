package io.footnote.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.answer.Correction;
import io.footnote.grounding.Citation;
import io.footnote.grounding.Statement;
import io.footnote.storage.Review;
import io.footnote.storage.Review.Decision;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** The desk in a real Chromium, as a moderator uses it. */
final class DeskBrowserIT {
    /** Where the pictures of the last run lie, to be looked at. */
    private static final Path PICTURES = Path.of("target", "desk-pictures");

    @TempDir
    Path folder;

    private DeskFixture desk;
    private @Nullable ChromeDriver browser;
    private @Nullable ChromeDriver other;

    @BeforeEach
    void start() throws IOException {
        browser = Chromium.start(folder.resolve("profile"));
        desk = new DeskFixture(Files.createDirectory(folder.resolve("desk")));
        desk.records.record(desk.answered("e1", "When does the ferry sail again?", 2, 0.95));
        desk.records.record(desk.answered("e2", "Who repaired the engine?", 3, 0.55));
        desk.records.record(desk.refused("e3", "How many people are in the crew? Call +44 20 7946 0958", 0.3));
        desk.records.record(desk.answered("e4", "What did the mayor say?", 4, 0.7));
    }

    @AfterEach
    void stop() {
        for (ChromeDriver one : new ChromeDriver[] {browser, other}) {
            if (one != null) {
                one.quit();
            }
        }
        desk.close();
    }

    private ChromeDriver browser() {
        return Objects.requireNonNull(browser);
    }

    private void signIn(ChromeDriver driver, long user) {
        driver.get(desk.desk.link(user));
        driver.findElement(By.cssSelector("button.main")).click();
        await(driver, "Log");
    }

    private static void await(ChromeDriver driver, String heading) {
        Chromium.until(() -> driver.findElements(By.tagName("h1")).stream()
                .anyMatch(found -> found.getText().contains(heading)));
    }

    private static void key(ChromeDriver driver, CharSequence key) {
        driver.switchTo().activeElement().sendKeys(key);
    }

    @Test
    void aModeratorSignsInFiltersOpensJudgesByKeyboardAndTakesItBack() {
        ChromeDriver page = browser();
        signIn(page, DeskFixture.MODERATOR);
        assertThat(questions(page)).hasSize(4);

        page.findElement(By.name("q")).sendKeys("engine", Keys.ENTER);
        Chromium.until(() -> questions(page).size() == 1);
        page.findElement(By.cssSelector("a.question")).click();
        await(page, "Who repaired the engine?");
        WebElement cited = page.findElement(By.cssSelector("mark.cited[class]"));
        assertThat(page.findElement(By.cssSelector(".sentence.cited")).getText())
                .contains("The yard in Tarn");
        assertThat(cited.isDisplayed()).isTrue();

        page.get(desk.url + "/queue");
        key(page, "s");
        await(page, "Who repaired the engine?"); // 1 - .55 is the greatest doubt
        key(page, "2");
        key(page, "n");
        key(page, "The yard is in Tarn.");
        key(page, Keys.ESCAPE);
        page.findElement(By.tagName("main")).sendKeys("s");
        await(page, "What did the mayor say?");
        assertThat(desk.reviews.of("e2").getFirst().note()).isEqualTo("The yard is in Tarn.");
        key(page, "u");
        await(page, "Who repaired the engine?");
        assertThat(desk.reviews.of("e2")).isEmpty();
    }

    @Test
    void twoModeratorsAtOnceGetDifferentEntries() throws IOException {
        other = Chromium.start(folder.resolve("other-profile"));
        signIn(browser(), DeskFixture.MODERATOR);
        signIn(other, DeskFixture.OTHER_MODERATOR);
        List<String> seen = new ArrayList<>();
        for (ChromeDriver driver : List.of(browser(), other)) {
            driver.get(desk.url + "/queue");
            key(driver, "s");
            Chromium.until(() -> driver.getCurrentUrl().contains("/entry/"));
            seen.add(driver.getCurrentUrl());
        }
        assertThat(seen).doesNotHaveDuplicates();
    }

    @Test
    void aCorrectedAnswerIsWrittenInTheFormAndServedToTheSameQuestion() {
        ChromeDriver page = browser();
        signIn(page, DeskFixture.MODERATOR);
        page.get(desk.url + "/entry/e2");
        page.findElement(By.cssSelector("#correction summary")).click();
        WebElement text = page.findElement(By.name("statements"));
        text.clear();
        text.sendKeys("The yard in Tarn repaired its engine. [3]");
        text.submit();
        Chromium.until(() -> page.getPageSource().contains("as the editors' answer"));
        Correction served = desk.store
                .corrections()
                .find("who repaired the engine", List.of(desk.article.id()))
                .orElseThrow();
        assertThat(served.statements().getFirst().text()).isEqualTo("The yard in Tarn repaired its engine.");
        assertThat(served.moderator()).isEqualTo(DeskFixture.MODERATOR);
    }

    @Test
    void chartsShowTheNumbersOfTheDatabaseAndLeadToTheEntries() {
        ChromeDriver page = browser();
        signIn(page, DeskFixture.MODERATOR);
        page.get(desk.url + "/figures");
        List<?> charts = (List<?>) page.executeScript("""
            return [...document.querySelectorAll('canvas')].map(canvas => {
                const chart = Chart.getChart(canvas);
                return canvas.dataset.table + ' ' + chart.data.datasets.map(set => set.data.join('+')).join(' ');
            });\
            """);
        assertThat(charts)
                .asString()
                .contains("questions 3 1", "shares 75 25", "scores 0+0+0+0+0+0+0+0+0+3", "millis 23 23", "cost 0.0006")
                .contains("articles 4");
        page.findElement(By.cssSelector("#questions-title ~ details summary")).click();
        page.findElement(By.cssSelector("#questions a")).click();
        await(page, "Log");
        assertThat(questions(page)).hasSize(4);
    }

    @Test
    void theExportIsTheLogRowByRow() throws Exception {
        ChromeDriver page = browser();
        signIn(page, DeskFixture.MODERATOR);
        String csv = String.valueOf(page.executeAsyncScript("""
            const done = arguments[arguments.length - 1];
            fetch(document.querySelector('.export a').href).then(answer => answer.text()).then(done);\
            """));
        List<String> rows = csv.lines().skip(1).toList();
        assertThat(rows).hasSize(4);
        for (int row = 0; row < rows.size(); row++) {
            assertThat(rows.get(row)).contains("\"" + questions(page).get(row) + "\"");
        }
    }

    private static List<String> questions(ChromeDriver page) {
        return page.findElements(By.cssSelector("a.question")).stream()
                .map(WebElement::getText)
                .toList();
    }

    @Test
    void noPageHasASeriousBarrierInLightOrDark() throws IOException {
        ChromeDriver page = browser();
        page.get(desk.desk.link(DeskFixture.ADMINISTRATOR));
        barriers("sign-in");
        signIn(page, DeskFixture.ADMINISTRATOR);
        desk.sent("e5", "What does a ticket cost?");
        desk.store
                .corrections()
                .save(
                        "e5",
                        new Correction(
                                "What does a ticket cost?",
                                desk.article.id(),
                                List.of(new Statement(
                                        "Tickets cost 40 crowns.", List.of(new Citation(desk.article.id(), 5)))),
                                false,
                                DeskFixture.MODERATOR));
        desk.reviews.save(new Review("e1", DeskFixture.MODERATOR, Decision.RIGHT, "", desk.now()));
        Map<String, String> pages = Map.ofEntries(
                Map.entry("log", "/"),
                Map.entry("empty-log", "/?q=nothinglikeit"),
                Map.entry("entry", "/entry/e2"),
                Map.entry("refused-entry", "/entry/e3?queue=1"),
                Map.entry("corrected-entry", "/entry/e5"),
                Map.entry("queue", "/queue"),
                Map.entry("unanswered", "/unanswered"),
                Map.entry("figures", "/figures"),
                Map.entry("articles", "/articles"),
                Map.entry("readers", "/readers"),
                Map.entry("threshold", "/threshold"),
                Map.entry("reading", "/read/" + desk.article.id() + "?s=2,4"),
                Map.entry("audit", "/audit"),
                Map.entry("missing", "/nowhere"));
        for (Map.Entry<String, String> one : pages.entrySet()) {
            page.get(desk.url + one.getValue());
            barriers(one.getKey());
        }
    }

    /** What axe-core finds serious or critical, on a wide and on a narrow page, in both schemes. */
    private void barriers(String name) throws IOException {
        ChromeDriver page = browser();
        for (String scheme : List.of("light", "dark")) {
            Chromium.scheme(page, scheme);
            for (int width : List.of(1280, 390)) {
                Chromium.width(page, width, 900);
                picture(page, name + "-" + scheme + "-" + width);
                page.executeScript(axe());
                Object found = page.executeAsyncScript("""
                    const done = arguments[arguments.length - 1];
                    axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}).then(
                        result => done(result.violations
                            .filter(violation => ['serious', 'critical'].includes(violation.impact))
                            .map(violation => violation.id + ': ' + violation.nodes.map(node => node.html).join(' | '))));
                    """);
                assertThat((List<?>) found)
                        .as(name + ", " + scheme + ", " + width)
                        .isEmpty();
                assertThat((Boolean) page.executeScript(
                                "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                        .as(name + " fits " + width)
                        .isTrue();
            }
        }
        Chromium.width(page, 1280, 900);
    }

    private static String axe() throws IOException {
        try (InputStream in = Objects.requireNonNull(DeskBrowserIT.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void picture(ChromeDriver page, String name) throws IOException {
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve(name + ".png"), page.getScreenshotAs(OutputType.BYTES));
    }
}
