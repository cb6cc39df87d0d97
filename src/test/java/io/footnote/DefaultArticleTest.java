package io.footnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.footnote.article.Article;
import io.footnote.article.Sentence;
import io.footnote.evaluation.QuestionFigures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The article that ships: questions about it are answered no worse than these floors, and its words are our own. */
final class DefaultArticleTest {
    private static final Path DEFAULT = Path.of("config/articles/us-russia-syria-talks.txt");
    private static final Path SCRAPED = Path.of("../shared/article/us-russia-syria.txt");

    /** So few words may stand in any two texts about the same thing. */
    private static final int TOO_SHORT_TO_TELL = 4;

    @TempDir
    private static Path data;

    private static MeasuredApplication application;

    @BeforeAll
    static void start() {
        application = new MeasuredApplication(data);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static QuestionFigures measure(Path file, Path questions) {
        return application.ask(questions, application.read(file)).figures();
    }

    private static void holdsTheFloors(QuestionFigures figures) {
        assertThat(figures.answerable()).isEqualTo(14);
        assertThat(figures.unanswerable()).isEqualTo(8);
        assertThat(figures.unattainable()).isZero();
        assertThat(figures.hitAt1()).isGreaterThanOrEqualTo(13.0 / 14);
        assertThat(figures.answeredCount()).isGreaterThanOrEqualTo(12);
        assertThat(figures.refusedCount()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void questionsAboutTheDefaultArticleAreAnsweredWellEnough() {
        holdsTheFloors(measure(DEFAULT, Path.of("src/test/resources/eval/default-article.jsonl")));
    }

    @Test
    void questionsAboutTheScrapedArticleAreAnsweredWellEnough() {
        assumeTrue(Files.exists(SCRAPED), "the scraped article is not beside this checkout");
        holdsTheFloors(measure(SCRAPED, SCRAPED.resolveSibling("questions.jsonl")));
    }

    @Test
    void noSentenceOfTheScrapedArticleStandsInOurs() {
        assumeTrue(Files.exists(SCRAPED), "the scraped article is not beside this checkout");
        Article scraped = application.read(SCRAPED);
        String ours = words(application.read(DEFAULT).text());
        for (Sentence sentence : scraped.sentences()) {
            String theirs = words(scraped.textOf(sentence));
            if (theirs.strip().split(" ").length > TOO_SHORT_TO_TELL) {
                assertThat(ours).doesNotContain(theirs);
            }
        }
    }

    /** The words alone, each between spaces: no punctuation, line end or capital hides a copy. */
    private static String words(String text) {
        return " "
                + text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip() + " ";
    }
}
