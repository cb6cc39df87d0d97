package io.footnote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.footnote.language.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.BreakIterator;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On the third-party data beside the project, where it is. */
class SharedDataSetsTest {
    private static final Path SHARED = Path.of("../shared/eval");
    private final DataSetReader reader = new DataSetReader(TinySystem::article, null);

    @ParameterizedTest
    @CsvSource({"selqa, 785, 785", "xquad, 632, 632", "onestop, 174, 174", "squad2, 3029, 1408", "offtopic, 706, 353"})
    void readsEveryQuestionAndFindsItsSupport(String name, int questions, long answerable) {
        QuestionSet set = (QuestionSet) read(name);

        assertThat(set.size()).isEqualTo(questions);
        assertThat(set.articles().stream()
                        .flatMap(article -> article.questions().stream())
                        .filter(GoldQuestion::answerable))
                .hasSize((int) answerable);
        for (ArticleQuestions article : set.articles()) {
            for (GoldQuestion question : article.questions()) {
                assertThat(new RightSentences(article.article(), question).exist())
                        .as(question.id())
                        .isEqualTo(question.answerable());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"fever, 708, 354", "begin, 430, 180", "summedits, 332, 128", "summaries, 60, 60"})
    void readsEveryClaim(String name, int claims, int supported) {
        ClaimSet set = (ClaimSet) read("claims-" + name);

        assertThat(set.size()).isEqualTo(claims);
        assertThat(set.claims().stream().filter(GoldClaim::supported)).hasSize(supported);
    }

    @ParameterizedTest
    @CsvSource({"golden, 48", "news, 12"})
    void findsEveryGoldSentence(String name, int texts) {
        SentenceSet set = (SentenceSet) read("sentences-" + name);

        assertThat(set.size()).isEqualTo(texts);
        SystemUnderTest tiny = TinySystem.system();
        SystemUnderTest perfect = new SystemUnderTest(
                tiny.answer(),
                tiny.judge(),
                text -> set.texts().stream()
                        .filter(split -> split.text().equals(text))
                        .findFirst()
                        .orElseThrow()
                        .sentences());
        SentenceFigures figures = figures(set, perfect);
        assertThat(figures.exact()).isEqualTo(1);
        assertThat(figures.boundaryF1()).isEqualTo(1);
        assertThat(figures.substringMismatches()).isZero();
    }

    @Test
    void recognisesWebPages() {
        assertThat(((PageSet) read("pages")).pages()).hasSize(91).allMatch(page -> Files.exists(page.file()));
    }

    @Test
    void measuresThePlatformsSplitterWhereItIsKnownToStand() {
        SystemUnderTest tiny = TinySystem.system();
        SystemUnderTest platform =
                new SystemUnderTest(tiny.answer(), tiny.judge(), SharedDataSetsTest::splitByParagraphs);

        // published: 28 of the rules
        assertThat(figures(read("sentences-golden"), platform).exactCount()).isEqualTo(28);
        // 340 ends in common, 354 gold, 350 found; within paragraphs 192, 206, 202
        SentenceFigures news = figures(read("sentences-news"), platform);
        assertThat(news.boundaryF1()).isCloseTo(2 * 340.0 / (354 + 350), within(.01));
        assertThat(news.innerBoundaryF1()).isCloseTo(2 * 192.0 / (206 + 202), within(.01));
    }

    private static SentenceFigures figures(DataSet set, SystemUnderTest system) {
        return (SentenceFigures) new Evaluation(system, InstantSource.system())
                .run(List.of(set), false, new EvaluationListener() {})
                .overall()
                .getFirst();
    }

    private static List<Span> splitByParagraphs(String text) {
        List<Span> spans = new ArrayList<>();
        int offset = 0;
        for (String line : text.split("(?<=\n)", -1)) {
            BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
            sentences.setText(line);
            int start = sentences.first();
            for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
                spans.add(new Span(offset + start, offset + end));
                start = end;
            }
            offset += line.length();
        }
        return spans;
    }

    private DataSet read(String name) {
        Path file = SHARED.resolve(name + ".jsonl");
        assumeTrue(Files.exists(file), () -> file + " is not there: third-party data, not part of the project");
        return reader.read(file);
    }
}
