package io.footnote.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.article.Article;
import io.footnote.article.Sentence;
import io.footnote.desk.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.print.PrintOptions;

/**
 * The sheet in a real browser, on the screen and as it prints. With {@code -Dfootnote.pictures=true} what was seen and
 * printed lies in {@code target/quiz-sheet}, to be looked at.
 */
final class HtmlSheetIT {
    private static final int QUESTIONS = 20;
    private static final String SENTENCE = "The “harbour” & its <pier> took in 1,200 ships, Mira Holt said on Friday.";

    @TempDir
    private Path folder;

    @Test
    void showsEveryQuestionAndPrintsTheKeyOnPagesOfItsOwn() throws IOException {
        Path sheet = folder.resolve("sheet.html");
        Files.writeString(sheet, HtmlSheet.of(items(), id -> article()));
        ChromeDriver browser = Chromium.start(folder.resolve("profile"));
        try {
            browser.get(sheet.toUri().toString());
            shows(browser);
            prints(browser);
        } finally {
            browser.quit();
        }
    }

    private static void shows(ChromeDriver browser) throws IOException {
        assertThat(browser.findElements(By.cssSelector("body > ol > li"))).hasSize(QUESTIONS);
        assertThat(browser.findElements(By.cssSelector("body > ol > li li"))).hasSize(QUESTIONS * 4);
        assertThat(browser.findElements(By.cssSelector(".key > ol > li > blockquote")))
                .hasSize(QUESTIONS);
        for (int width : new int[] {1280, 500}) {
            browser.manage().window().setSize(new Dimension(width, 900));
            assertThat(browser.executeScript("return document.documentElement.scrollWidth <= innerWidth"))
                    .as("nothing sticks out at " + width)
                    .isEqualTo(true);
        }
        keep("screen.png", browser.getScreenshotAs(OutputType.BYTES));
    }

    private static void prints(ChromeDriver browser) throws IOException {
        byte[] pdf =
                Base64.getDecoder().decode(browser.print(new PrintOptions()).getContent());
        keep("paper.pdf", pdf);
        List<String> pages = pages(pdf);
        int key = 0;
        while (!pages.get(key).startsWith("Key")) {
            key++;
        }
        String questions = String.join("\n", pages.subList(0, key));
        String keys = String.join("\n", pages.subList(key, pages.size()));
        for (int number = 1; number <= QUESTIONS; number++) {
            assertThat(questions)
                    .contains(number + ". How many ships came in year " + number + "?\n☐ <1,100>\n☐ " + right(number));
            assertThat(keys).contains(number + ". " + right(number) + "\nThe “harbour” & its <pier> took in");
        }
        assertThat(questions).doesNotContain("The “harbour”");
        assertThat(keys).doesNotContain("How many ships");
    }

    private static void keep(String name, byte[] content) throws IOException {
        if (Boolean.getBoolean("footnote.pictures")) {
            Files.write(Files.createDirectories(Path.of("target", "quiz-sheet")).resolve(name), content);
        }
    }

    /** The text of each page that was printed. */
    private static List<String> pages(byte[] pdf) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
            }
        }
        return pages;
    }

    private static Article article() {
        return new Article(
                "a", "The <pier>", "f", null, "en", SENTENCE, List.of(new Sentence(1, 0, SENTENCE.length(), true)));
    }

    private static List<QuizItem> items() {
        List<QuizItem> items = new ArrayList<>();
        for (int number = 1; number <= QUESTIONS; number++) {
            items.add(new QuizItem(
                    "id" + number,
                    ItemType.HOW_MANY,
                    "How many ships came in year " + number + "?",
                    List.of(
                            "<1,100>",
                            right(number),
                            "2,400",
                            "an option as long as it may be, which is a hundred"
                                    + " characters, so that it has to be broken on paper"),
                    1,
                    SENTENCE,
                    "a",
                    List.of(1),
                    "f" + number));
        }
        return items;
    }

    private static String right(int number) {
        return Integer.toString(1_200 + number);
    }
}
