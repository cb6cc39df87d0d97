package io.footnote.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.storage.AnswerRecords.Entry;
import io.footnote.storage.AnswerRecords.Filter;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes on one data folder. */
class DatabaseIT {
    @TempDir
    Path folder;

    private Process start(String prefix, int answers) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RecordingProcess.class.getName(),
                        folder.resolve("data").toString(),
                        prefix,
                        Integer.toString(answers))
                .redirectError(folder.resolve(prefix + ".log").toFile())
                .start();
    }

    private List<String> idsInTheLog() {
        try (Database database = Database.inFolder(folder.resolve("data"))) {
            return new AnswerRecords(database)
                    .list(Filter.newest(Filter.MAX_LIMIT)).stream()
                            .map(Entry::id)
                            .toList();
        }
    }

    @Test
    void processesThatOpenANewFolderTogetherAllRecord() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (String prefix : List.of("a", "b", "c")) {
            processes.add(start(prefix, 30));
        }
        for (Process process : processes) {
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
            assertThat(process.waitFor()).as(logs()).isZero();
        }
        assertThat(idsInTheLog()).hasSize(90).doesNotHaveDuplicates();
    }

    @Test
    void whatAProcessHasRecordedOutlivesItsBeingKilled() throws Exception {
        Process process = start("k", 100_000);
        List<String> printed = new ArrayList<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            while (printed.size() < 50) {
                String line = lines.readLine();
                assertThat(line).as(logs()).isNotNull();
                if (line.startsWith(RecordingProcess.MARK)) {
                    printed.add(line.substring(RecordingProcess.MARK.length()));
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(idsInTheLog()).containsAll(printed);
    }

    private String logs() throws IOException {
        StringBuilder all = new StringBuilder();
        File[] files = folder.toFile().listFiles((dir, name) -> name.endsWith(".log"));
        for (File file : files == null ? new File[0] : files) {
            all.append(Files.readString(file.toPath()));
        }
        return all.toString();
    }
}
