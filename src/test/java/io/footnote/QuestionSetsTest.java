package io.footnote;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.evaluation.QuestionOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The project's own questions are answered as they were when the figures beside them were recorded: neither worse, nor
 * better without anybody knowing. Nothing is ever learned from these sets, and no question in them is changed because
 * the program fails it.
 */
final class QuestionSetsTest {
    private static final Path FOLDER = Path.of("src/test/resources/eval");

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

    @ParameterizedTest
    @ValueSource(strings = {"news", "short-news"})
    void theFiguresAreThoseRecorded(String set) throws IOException {
        List<QuestionOutcome> outcomes =
                application.ask(FOLDER.resolve(set + ".jsonl"), null).outcomes();
        assertThat(outcomes)
                .allMatch(outcome -> outcome.attainable() == outcome.gold().answerable());
        RecordedFigures.of(outcomes).holdOrRecord(FOLDER.resolve(set + ".figures.json"), "QuestionSetsTest");
    }
}
