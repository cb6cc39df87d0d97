package io.footnote.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.footnote.answer.Correction;
import io.footnote.grounding.Citation;
import io.footnote.grounding.Statement;
import io.footnote.storage.Arrival;
import io.footnote.storage.AuditTrail;
import io.footnote.storage.Review;
import io.footnote.storage.Review.Decision;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;

/** The desk in a real Chromium, as a moderator uses it. */
final class DeskBrowserIT {
    private static final String AXE = axe();

    @TempDir
    static Path folder;

    private static @Nullable ChromeDriver browser;

    private DeskFixture desk;

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
        desk.records.record(desk.answered("e1", "When does the ferry sail again?", 2, 0.95));
        desk.records.record(desk.answered("e2", "Who repaired the engine?", 3, 0.55));
        desk.records.record(desk.refused("e3", "How many people are in the crew? Call +44 20 7946 0958", 0.3));
        desk.records.record(desk.answered("e4", "What did the mayor say?", 4, 0.7));
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    private static ChromeDriver browser() {
        return Objects.requireNonNull(browser);
    }

    private void signIn(ChromeDriver driver, long user) {
        Chromium.signIn(driver, desk.desk.link(user));
    }

    private static void await(ChromeDriver driver, String heading) {
        Chromium.awaitPage(driver, heading);
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

    /** Two names of one machine have cookies of their own, so one browser holds two sessions. */
    @Test
    void twoModeratorsAtOnceGetDifferentEntries() {
        ChromeDriver page = browser();
        String first = page.getWindowHandle();
        signIn(page, DeskFixture.MODERATOR);
        String second = page.switchTo().newWindow(WindowType.TAB).getWindowHandle();
        page.get(desk.desk.link(DeskFixture.OTHER_MODERATOR).replace("127.0.0.1", "localhost"));
        page.findElement(By.cssSelector("button.main")).click();
        await(page, "Log");
        Map<String, String> addresses =
                Map.of(first, desk.url + "/queue", second, desk.url.replace("127.0.0.1", "localhost") + "/queue");
        addresses.forEach((window, address) -> {
            page.switchTo().window(window);
            page.get(address);
        });
        List<String> seen = new ArrayList<>();
        for (String window : addresses.keySet()) {
            page.switchTo().window(window);
            key(page, "s");
            Chromium.until(() -> page.getCurrentUrl().contains("/entry/"));
            seen.add(page.getCurrentUrl().replaceFirst(".*/entry/", ""));
        }
        page.switchTo().window(second).close();
        page.switchTo().window(first);
        assertThat(seen).doesNotHaveDuplicates().hasSize(2);
        assertThat(desk.audit.newest(null, 10))
                .filteredOn(row -> row.deed().action().equals("took from the queue"))
                .extracting(AuditTrail.Row::actor)
                .containsExactlyInAnyOrder(DeskFixture.MODERATOR, DeskFixture.OTHER_MODERATOR);
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
    void theExportsAreTheLogRowByRow() throws Exception {
        ChromeDriver page = browser();
        signIn(page, DeskFixture.MODERATOR);
        List<List<String>> shown = page.findElements(By.cssSelector(".entry")).stream()
                .map(DeskBrowserIT::shown)
                .toList();
        assertThat(shown).hasSize(4);
        List<List<String>> csv = file(page, "/log.csv")
                .lines()
                .skip(1)
                .map(line -> Arrays.stream(line.split("\",\""))
                        .map(cell -> cell.replace("\"", ""))
                        .toList())
                .map(cells -> List.of(cells.get(0), cells.get(2), cells.get(5), cells.get(10) + " ms"))
                .toList();
        assertThat(csv).isEqualTo(shown);
        ObjectMapper mapper = new ObjectMapper();
        List<List<String>> lines = new ArrayList<>();
        for (String line : file(page, "/log.jsonl").lines().toList()) {
            JsonNode entry = mapper.readTree(line);
            lines.add(List.of(
                    entry.get("id").asText(),
                    entry.get("question").asText(),
                    entry.get("engine").asText(),
                    entry.get("millis").asLong() + " ms"));
        }
        assertThat(lines).isEqualTo(shown);
    }

    /** A row of the log: id, question, engine, time. */
    private static List<String> shown(WebElement row) {
        WebElement question = row.findElement(By.cssSelector("a.question"));
        List<String> facts = row.findElements(By.cssSelector(".facts > span")).stream()
                .map(WebElement::getText)
                .toList();
        return List.of(
                String.valueOf(question.getDomProperty("href")).replaceFirst(".*/entry/", ""),
                question.getText(),
                facts.getLast(),
                facts.stream().filter(fact -> fact.endsWith(" ms")).findFirst().orElse(""));
    }

    /** What the browser gets where the page's link to a file leads. */
    private static String file(ChromeDriver page, String path) {
        return String.valueOf(page.executeAsyncScript("""
            const done = arguments[arguments.length - 1];
            fetch(document.querySelector(`.export a[href^="${arguments[0]}"]`).href)
                .then(answer => answer.text()).then(done);\
            """, path));
    }

    private static List<String> questions(ChromeDriver page) {
        return page.findElements(By.cssSelector("a.question")).stream()
                .map(WebElement::getText)
                .toList();
    }

    @Test
    void theKeyboardAloneSwitchesAQuizItemOff() {
        ChromeDriver page = browser();
        desk.quizItem("q1", "When does the ferry sail?");
        signIn(page, DeskFixture.MODERATOR);
        page.get(desk.url + "/quiz/" + desk.article.id());
        for (int tab = 0;
                tab < 30
                        && !"Ask no longer"
                                .equals(page.switchTo().activeElement().getText());
                tab++) {
            key(page, Keys.TAB);
        }
        key(page, Keys.ENTER);
        Chromium.until(() -> page.getPageSource().contains("Ask again"));
        assertThat(desk.store.quizItems().find("q1").orElseThrow().switchedOff())
                .isTrue();
    }

    @Test
    void noPageHasASeriousBarrierInLightOrDark() throws IOException {
        ChromeDriver page = browser();
        for (String scheme : List.of("light", "dark")) {
            Chromium.scheme(page, scheme);
            page.get(desk.desk.link(DeskFixture.ADMINISTRATOR));
            barriers("sign-in-" + scheme);
        }
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
        desk.quizItem("q1", "When does the ferry sail?");
        desk.store.library().add(List.of(new Arrival(desk.article, List.of(), null)));
        Map<String, String> pages = Map.ofEntries(
                Map.entry("log", "/"),
                Map.entry("empty-log", "/?q=nothinglikeit"),
                Map.entry("entry", "/entry/e2"),
                Map.entry("refused-entry", "/entry/e3?queue=1"),
                Map.entry("corrected-entry", "/entry/e5"),
                Map.entry("queue", "/queue"),
                Map.entry("unanswered", "/unanswered"),
                Map.entry("figures", "/figures"),
                Map.entry("quiz", "/quiz"),
                Map.entry("quiz-items", "/quiz/" + desk.article.id()),
                Map.entry("articles", "/articles"),
                Map.entry("readers", "/readers"),
                Map.entry("threshold", "/threshold"),
                Map.entry("reading", "/read/" + desk.article.id() + "?s=2,4"),
                Map.entry("audit", "/audit"),
                Map.entry("missing", "/nowhere"));
        for (String scheme : List.of("light", "dark")) {
            Chromium.scheme(page, scheme);
            for (Map.Entry<String, String> one : pages.entrySet()) {
                page.get(desk.url + one.getValue());
                barriers(one.getKey() + "-" + scheme);
            }
        }
    }

    @Test
    void theFiltersOfTheLogAreFoldedOnAPhoneAndOpenWhereThereIsRoom() {
        ChromeDriver page = browser();
        Chromium.width(page, 375, 667);
        signIn(page, DeskFixture.MODERATOR);
        assertThat(shown(page, By.name("outcome"))).isFalse();
        assertThat(shown(page, By.cssSelector(".entry"))).isTrue();
        page.findElement(By.name("q")).sendKeys(Keys.TAB);
        assertThat(page.switchTo().activeElement().getText()).isEqualTo("Filters: none; newest first");
        key(page, Keys.ENTER);
        page.findElement(By.name("outcome")).sendKeys("abstained", Keys.ENTER);
        page.findElement(By.cssSelector("button.main")).click();
        Chromium.until(() -> questions(page).size() == 1);
        assertThat(page.findElement(By.tagName("summary")).getText()).isEqualTo("Filters: abstained; newest first");
        assertThat(shown(page, By.name("outcome"))).isFalse();

        Chromium.width(page, 1280, 900);
        assertThat(shown(page, By.name("outcome"))).isTrue();
        assertThat(shown(page, By.tagName("summary"))).isFalse();
        page.findElement(By.name("q")).sendKeys(Keys.TAB);
        assertThat(page.switchTo().activeElement().getDomAttribute("name")).isEqualTo("from");
    }

    /** What the browser says: Selenium takes what is folded for hidden, whatever the style sheet does with it. */
    private static boolean shown(ChromeDriver page, By element) {
        return Boolean.TRUE.equals(
                page.executeScript("return arguments[0].checkVisibility()", page.findElement(element)));
    }

    /** What axe-core finds serious or critical, folded parts unfolded, where the page is wide and where it is narrow. */
    private void barriers(String name) throws IOException {
        ChromeDriver page = browser();
        List<Integer> widths = List.of(1280, 390);
        for (int width : widths) {
            Chromium.width(page, width, 900);
            Chromium.picture(page, name + "-" + width);
        }
        page.executeScript(AXE);
        for (int width : widths) {
            Chromium.width(page, width, 900);
            page.executeScript("document.querySelectorAll('details').forEach(part => part.open = true)");
            Object found = page.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}).then(
                    result => done(result.violations
                        .filter(violation => ['serious', 'critical'].includes(violation.impact))
                        .map(violation => violation.id + ': ' + violation.nodes.map(node => node.html).join(' | '))));
                """);
            assertThat((List<?>) found).as(name + ", " + width).isEmpty();
            assertThat((Boolean) page.executeScript(
                            "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .as(name + " fits " + width)
                    .isTrue();
        }
        Chromium.width(page, 1280, 900);
    }

    private static String axe() {
        try (InputStream in = Objects.requireNonNull(DeskBrowserIT.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
