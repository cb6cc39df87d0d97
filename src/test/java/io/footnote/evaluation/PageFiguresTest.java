package io.footnote.evaluation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

final class PageFiguresTest {
    private static final Path PAGES = Path.of("../shared/eval/pages.jsonl");

    private static PageOutcome outcome(String gold, String found) {
        return PageOutcome.of(new GoldPage("1", "https://example.org/", gold, Path.of("1.html.gz")), found);
    }

    @Test
    void countsShinglesAsOftenAsTheyOccurInBoth() {
        PageOutcome outcome = outcome("a b c d a b c d", "a b c d! a b c d a b c d");

        assertThat(outcome.gold()).isEqualTo(5);
        assertThat(outcome.found()).isEqualTo(9);
        assertThat(outcome.shared()).isEqualTo(5);
    }

    @Test
    void aTextOfLessThanFourWordsIsOneShingle() {
        assertThat(outcome("Über uns_2", "Über — uns_2?").shared()).isEqualTo(1);
        assertThat(outcome("one two three", "one two").shared()).isZero();
        assertThat(outcome("one", "").found()).isZero();
    }

    @Test
    void averagesPrecisionAndRecallBeforeF1AndPrecisionOverPagesWithAText() {
        PageFigures figures = PageFigures.of(
                List.of(outcome("a b c d e", "a b c d x y"), outcome("a b c d", "a b c d"), outcome("a b c d", "")));

        double precision = (1.0 / 3 + 1) / 2;
        double recall = (.5 + 1 + 0) / 3;
        assertThat(figures.precision()).isCloseTo(precision, within(1e-9));
        assertThat(figures.recall()).isCloseTo(recall, within(1e-9));
        assertThat(figures.f1()).isCloseTo(2 * precision * recall / (precision + recall), within(1e-9));
    }

    @Test
    void takesArticlesOutOfPagesThatItDidNotLearnFromBetterThanReadability() {
        assumeTrue(Files.exists(PAGES), "needs " + PAGES);
        PageSet set = (PageSet) new DataSetReader(TinySystem::article, null).read(PAGES);
        var ours = GoldPages.inFolds(List.of(set), 3);

        double f1 = f1(set, ours);
        double baseline = f1(set, PageFiguresTest::readability);

        assertThat(f1).isGreaterThan(.955).isGreaterThan(baseline + .02);
    }

    private static double f1(PageSet set, Function<GoldPage, String> extract) {
        List<PageOutcome> outcomes = set.pages().stream()
                .map(page -> PageOutcome.of(page, extract.apply(page)))
                .toList();
        return requireNonNull(PageFigures.of(outcomes).f1());
    }

    private static String readability(GoldPage page) {
        try (InputStream stream = new GZIPInputStream(Files.newInputStream(page.file()))) {
            var document = Jsoup.parse(new ByteArrayInputStream(stream.readAllBytes()), null, page.url());
            String text = new Readability4J(page.url(), document).parse().getTextContent();
            return text == null ? "" : text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
