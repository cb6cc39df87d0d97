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
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.print.PrintOptions;

/** The sheet in a real browser, on the screen and as it prints. */
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
            assertThat(count(browser, "body > ol > li")).isEqualTo(QUESTIONS);
            assertThat(count(browser, "body > ol > li li")).isEqualTo(QUESTIONS * 4L);
            assertThat(count(browser, ".key > ol > li > blockquote")).isEqualTo(QUESTIONS);
            for (int width : new int[] {1280, 500}) {
                browser.manage().window().setSize(new Dimension(width, 900));
                assertThat(browser.executeScript("return document.documentElement.scrollWidth <= innerWidth"))
                        .as("nothing sticks out at " + width)
                        .isEqualTo(true);
            }
            Files.write(Files.createDirectories(Path.of("target", "pictures")).resolve("quiz-sheet.png"), browser
                    .getScreenshotAs(OutputType.BYTES));
            prints(Base64.getDecoder().decode(browser.print(new PrintOptions()).getContent()));
        } finally {
            browser.quit();
        }
    }

    private static long count(ChromeDriver browser, String selector) {
        return (Long) browser.executeScript("return document.querySelectorAll(arguments[0]).length", selector);
    }

    private static void prints(byte[] pdf) throws IOException {
        Files.write(Path.of("target", "pictures", "quiz-sheet.pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> pages = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
            }
            int key = 0;
            while (!pages.get(key).startsWith("Key")) {
                key++;
            }
            String questions = String.join("\n", pages.subList(0, key));
            String keys = String.join("\n", pages.subList(key, pages.size()));
            for (int number = 1; number <= QUESTIONS; number++) {
                assertThat(questions).contains("How many ships came in year " + number + "?");
                assertThat(questions).contains("☐ " + (1_200 + number));
                assertThat(keys).contains(number + ". " + (1_200 + number));
            }
            assertThat(questions).doesNotContain("“harbour” & its <pier>");
            assertThat(keys).contains("“harbour” & its <pier>").doesNotContain("How many ships");
        }
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
                    List.of("<1,100>", Integer.toString(1_200 + number), "2,400", "an option as long as it may be, "
                            + "which is a hundred characters, so that it has to be broken on paper"),
                    1,
                    SENTENCE,
                    "a",
                    List.of(1),
                    "f" + number));
        }
        return items;
    }
}
