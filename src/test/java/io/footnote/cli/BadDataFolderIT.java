package io.footnote.cli;

import static io.footnote.cli.FootnoteProcess.ANSWER;
import static io.footnote.cli.FootnoteProcess.QUESTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data folders that cannot be used, in part or at all, and several processes on one. */
final class BadDataFolderIT {
    @TempDir
    private static Path temporary;

    private static Path sound;
    private static String firstId;

    @BeforeAll
    static void askOnce() throws Exception {
        FootnoteProcess.open(temporary);
        sound = temporary.resolve("sound");
        firstId = FootnoteProcess.on(sound)
                .run("ask", "--json", QUESTION)
                .succeeds()
                .json()
                .get("logId")
                .asText();
    }

    /** A folder in which the first question was asked. */
    private static Path copyOfSound(String name) throws IOException {
        return copy(sound, temporary.resolve(name));
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (!Files.isDirectory(copy)) {
                    Files.copy(file, copy);
                }
            }
        }
        return to;
    }

    private static void theFirstAnswerIsIn(Path data) throws Exception {
        assertThat(FootnoteProcess.on(data).run("log", "list").succeeds().out()).contains(firstId);
    }

    private static List<Path> everythingIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList();
        }
    }

    @Test
    void aFolderThatMayNotBeWrittenIsTold() throws Exception {
        Path data = copyOfSound("read-only");
        for (Path path : everythingIn(data)) {
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(Files.isDirectory(path) ? "r-xr-xr-x" : "r--r--r--"));
        }
        FootnoteProcess.on(data)
                .unprivileged()
                .run("ask", QUESTION)
                .fails(1, "footnote.db cannot be opened for writing", "the right to write");
        for (Path path : everythingIn(data)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        theFirstAnswerIsIn(data);
    }

    @Test
    void aFullDiskIsToldAndHarmsNothing() throws Exception {
        Path disk = Files.createDirectories(temporary.resolve("disk"));
        assumeTrue(
                FootnoteProcess.isRoot()
                        && FootnoteProcess.succeeds(
                                List.of("mount", "-t", "tmpfs", "-o", "size=128m", "tmpfs", disk.toString())),
                "only root can make a small disk to fill");
        try {
            Path data = copy(sound, Files.createDirectories(disk.resolve("data")));
            Path filler = disk.resolve("filler");
            fill(filler);
            FootnoteProcess.on(data).run("ask", QUESTION).fails(1, "footnote.db", "space");
            FootnoteProcess.on(disk.resolve("other")).run("ask", QUESTION).fails(1, "room");
            Files.delete(filler);
            theFirstAnswerIsIn(data);
            assertThat(FootnoteProcess.on(data).run("ask", QUESTION).succeeds().out())
                    .contains(ANSWER);
        } finally {
            assertThat(FootnoteProcess.succeeds(List.of("umount", disk.toString())))
                    .isTrue();
        }
    }

    private static void fill(Path filler) throws IOException {
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    @Test
    void aReadOnlyDiskIsTold() throws Exception {
        Path disk = Files.createDirectories(temporary.resolve("fixed"));
        assumeTrue(
                FootnoteProcess.isRoot()
                        && FootnoteProcess.succeeds(
                                List.of("mount", "-t", "tmpfs", "-o", "ro,size=1m", "tmpfs", disk.toString())),
                "only root can make a disk that nobody can write to");
        try {
            FootnoteProcess.on(disk.resolve("data"))
                    .with("HOME", temporary)
                    .run("ask", QUESTION)
                    .fails(1, "cannot be opened for writing");
        } finally {
            assertThat(FootnoteProcess.succeeds(List.of("umount", disk.toString())))
                    .isTrue();
        }
    }

    @Test
    void aFileInPlaceOfAFolderIsTold() throws Exception {
        Path file = Files.writeString(temporary.resolve("a-file"), "kept");
        FootnoteProcess.on(file).run("ask", QUESTION).fails(1, "The data folder", "a-file is a file");
        FootnoteProcess.on(file.resolve("deeper")).run("log", "list").fails(1, "a-file");
        assertThat(file).hasContent("kept");

        Path data = copyOfSound("odd");
        for (Path path : everythingIn(data.resolve("index")).reversed()) {
            Files.delete(path);
        }
        Files.writeString(data.resolve("index"), "");
        FootnoteProcess.on(data).run("ask", QUESTION).fails(1, "index", "a file stands where a folder should be");
        theFirstAnswerIsIn(data);
    }

    @Test
    void aDatabaseThatIsNoneIsToldAndLeftAlone() throws Exception {
        Path data = Files.createDirectories(temporary.resolve("garbage"));
        byte[] garbage = new byte[20_000];
        new Random(7).nextBytes(garbage);
        Files.write(data.resolve("footnote.db"), garbage);
        for (List<String> command : List.of(List.of("ask", QUESTION), List.of("log", "list"))) {
            FootnoteProcess.on(data)
                    .run(command.toArray(String[]::new))
                    .fails(1, "footnote.db is damaged or no database", "restore it from a backup");
        }
        assertThat(data.resolve("footnote.db")).hasBinaryContent(garbage);
    }

    @Test
    void aDamagedIndexIsMadeAnewWhoeverComesFirst() throws Exception {
        Path data = copyOfSound("damaged");
        for (Path file : everythingIn(data.resolve("index"))) {
            if (Files.isRegularFile(file)) {
                Files.write(
                        file,
                        "no index at all".getBytes(StandardCharsets.US_ASCII),
                        StandardOpenOption.TRUNCATE_EXISTING);
            }
        }
        List<FootnoteProcess.Outcome> outcomes = askAtOnce(data, 2);
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.out()).contains(ANSWER));
        assertThat(outcomes.stream().map(FootnoteProcess.Outcome::err))
                .contains("footnote: The index is damaged. It is made anew from the articles.\n")
                .allMatch(err -> err.lines().count() <= 1);
        theFirstAnswerIsIn(data);
    }

    @Test
    void severalProcessesShareANewFolder() throws Exception {
        Path data = temporary.resolve("shared");
        List<FootnoteProcess.Outcome> outcomes = askAtOnce(data, 4);
        List<String> ids = new ArrayList<>();
        for (FootnoteProcess.Outcome outcome : outcomes) {
            assertThat(outcome.json().get("answered").asBoolean()).isTrue();
            assertThat(outcome.out()).contains(ANSWER);
            ids.add(outcome.json().get("logId").asText());
        }
        List<String> logged = new ArrayList<>();
        FootnoteProcess.on(data)
                .run("log", "list", "--json")
                .succeeds()
                .jsonLines()
                .forEach(entry -> logged.add(entry.get("logId").asText()));
        assertThat(logged).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(String.join(
                        "", outcomes.stream().map(FootnoteProcess.Outcome::err).toList()))
                .matches("(footnote: There is no index yet\\. It is made anew from the articles\\.\\n){1,4}");
    }

    private static List<FootnoteProcess.Outcome> askAtOnce(Path data, int processes) throws Exception {
        List<FootnoteProcess.Running> running = new ArrayList<>();
        for (int n = 0; n < processes; n++) {
            running.add(FootnoteProcess.on(data).start("ask", "--json", QUESTION));
        }
        List<FootnoteProcess.Outcome> outcomes = new ArrayList<>();
        for (FootnoteProcess.Running one : running) {
            outcomes.add(one.await().succeeds());
        }
        return outcomes;
    }
}
