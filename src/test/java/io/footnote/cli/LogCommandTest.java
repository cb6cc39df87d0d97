package io.footnote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.Application;
import io.footnote.evaluation.MadeLog;
import io.footnote.storage.Database;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code log export} and {@code log purge} over sixty answers, a third of a minute apart from the year's first midnight on. */
class LogCommandTest {
    private static final int ANSWERS = 60;

    @TempDir
    Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() {
        try (Database database = Database.inFolder(data)) {
            new MadeLog(database, 1).write(ANSWERS, done -> {});
        }
    }

    private int log(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        String[] all = new String[arguments.length + 1];
        all[0] = "log";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        try (Application application = new Application(
                Path.of("").toAbsolutePath(), Map.of("FOOTNOTE_DATA_DIR", data.toString()), notice -> {})) {
            return FootnoteCommand.run(application, new PrintWriter(out, true), new PrintWriter(err, true), all);
        }
    }

    private long lines() {
        return out.toString().lines().count();
    }

    @Test
    void theLogIsExportedAsCsvUnlessJsonLinesAreAskedFor() {
        assertThat(log("export")).as(err.toString()).isZero();
        assertThat(out.toString()).startsWith("id,askedAt,question,");
        assertThat(lines()).isEqualTo(ANSWERS + 1);
        assertThat(log("export", "--format", "jsonl")).isZero();
        assertThat(out.toString().lines()).hasSize(ANSWERS).allMatch(line -> line.startsWith("{\"id\":\"made-"));
    }

    @Test
    void aStretchOfDaysIsExportedWithItsFirstAndItsLast() {
        assertThat(log("export", "--format", "jsonl", "--from", "2026-01-01", "--to", "2026-01-01"))
                .isZero();
        assertThat(lines()).isEqualTo(ANSWERS);
        assertThat(log("export", "--format", "jsonl", "--from", "2026-01-02")).isZero();
        assertThat(lines()).isZero();
        assertThat(log("export", "--format", "jsonl", "--from", "0001-01-01", "--to", "9999-12-31"))
                .isZero();
        assertThat(lines()).isEqualTo(ANSWERS);
    }

    @Test
    void reviewsAreExportedAsQuestionsForEval() {
        assertThat(log("export", "--reviews")).isZero();
        assertThat(err.toString()).matches("footnote: \\d+ questions?\\.\\s+");
        assertThat(out.toString().lines()).isNotEmpty().allMatch(line -> line.contains("\"questions\":[{"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "export --format xml | Invalid value for option '--format': csv or jsonl, got 'xml'.",
                "export --from soon | Invalid value for option '--from': a day is written like 2026-11-26, got 'soon'.",
                "export --from 2026-01-02 --to 2026-01-01 | --from must not be after --to, got 2026-01-02 and"
                        + " 2026-01-01.",
                "export --reviews --to 2026-01-01 | --reviews takes every entry with a verdict, so --from and --to are"
                        + " not for it.",
                "purge --before 2026-13-01 | Invalid value for option '--before': a day is written like 2026-11-26,"
                        + " got",
            })
    void whatCannotBeIsToldInOneSentence(String line, String told) {
        assertThat(log(line.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains(told).doesNotContain("java.").hasLineCount(1);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void whatIsOlderIsPurgedAndADayFarAheadIsTakenForAMistake() {
        LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        assertThat(log("purge", "--before", tomorrow.plusDays(2).toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--before must not be later than tomorrow");
        assertThat(log("purge", "--before", "2026-01-01")).isZero();
        assertThat(err.toString()).contains("0 answers asked before 2026-01-01");
        assertThat(log("purge", "--before", tomorrow.toString())).isZero();
        assertThat(err.toString()).contains(ANSWERS + " answers asked before");
        assertThat(log("export", "--format", "jsonl")).isZero();
        assertThat(lines()).isZero();
    }
}
