package io.footnote.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The real command as a reader types it: the launcher of this checkout, in an environment of its own. */
final class FootnoteProcess {
    /** A question that the default article answers. */
    static final String QUESTION = "How many cargo flights a day is Russia sending to Latakia?";

    /** A sentence of every right answer to it. */
    static final String ANSWER = "about two military cargo flights each day";

    static final Path ROOT = Path.of("").toAbsolutePath();

    private static final long PATIENCE_SECONDS = 180;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> environment = new HashMap<>();
    private List<String> prefix = List.of();
    private List<String> launcher = List.of(ROOT.resolve("footnote").toString());
    private Path folder = ROOT;
    private String input = "";

    private FootnoteProcess() {}

    /** With its data in a folder, and an empty home folder beside it. */
    static FootnoteProcess on(Path dataDir) {
        FootnoteProcess process = new FootnoteProcess();
        process.environment.put("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
        process.environment.put("HOME", dataDir.resolveSibling("home").toString());
        process.environment.put("FOOTNOTE_DATA_DIR", dataDir.toString());
        return process;
    }

    FootnoteProcess with(String variable, Object value) {
        environment.put(variable, value.toString());
        return this;
    }

    FootnoteProcess input(String text) {
        input = text;
        return this;
    }

    FootnoteProcess from(Path workingFolder) {
        folder = workingFolder;
        return this;
    }

    /** Starts another file than the launcher of the checkout. */
    FootnoteProcess launcher(String... command) {
        launcher = List.of(command);
        return this;
    }

    /** As a user whom permission bits bind, which root is not. */
    FootnoteProcess unprivileged() {
        prefix = asNobody();
        return this;
    }

    Outcome run(String... arguments) throws IOException, InterruptedException {
        return start(arguments).await();
    }

    Running start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(launcher);
        command.addAll(List.of(arguments));
        Path in = Files.createTempFile("footnote", ".in");
        Path out = Files.createTempFile("footnote", ".out");
        Path err = Files.createTempFile("footnote", ".err");
        Files.writeString(in, input);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new Running(builder.start(), List.of(in, out, err));
    }

    record Running(Process process, List<Path> files) {
        Outcome await() throws IOException, InterruptedException {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError("still running after " + PATIENCE_SECONDS + " seconds");
            }
            Outcome outcome =
                    new Outcome(process.exitValue(), Files.readString(files.get(1)), Files.readString(files.get(2)));
            for (Path file : files) {
                Files.delete(file);
            }
            return outcome;
        }
    }

    /** How it ended and what it printed. */
    record Outcome(int status, String out, String err) {

        /** It did what was asked. */
        Outcome succeeds() {
            assertThat(status)
                    .as("exit status, with on standard error: %s", err)
                    .isZero();
            return this;
        }

        /** It ended with this status, one sentence on standard error that says so much, and no result. */
        Outcome fails(int expected, String... parts) {
            assertThat(err.lines()).hasSize(1);
            assertThat(err).startsWith("footnote: ").contains(parts).matches("(?s).*[.?]\\n|.* --help\\n");
            assertThat(err).doesNotContain("Exception", "\tat ");
            assertThat(out).isEmpty();
            assertThat(status).isEqualTo(expected);
            return this;
        }

        JsonNode json() throws IOException {
            assertThat(out.lines()).hasSize(1);
            return JSON.readTree(out);
        }

        List<JsonNode> jsonLines() throws IOException {
            List<JsonNode> nodes = new ArrayList<>();
            for (String line : out.lines().toList()) {
                nodes.add(JSON.readTree(line));
            }
            return nodes;
        }
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Makes a folder and its parents, up to the temporary folder, passable for every user. */
    static void open(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static List<String> asNobody() {
        if (!isRoot()) {
            return List.of();
        }
        List<String> nobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        List<String> probe = new ArrayList<>(nobody);
        probe.addAll(List.of("test", "-r", ROOT.resolve("target/footnote.jar").toString()));
        assumeTrue(succeeds(probe), "tests run as root, and no other user may read the checkout");
        return nobody;
    }

    /** Whether a command of the system ends well. */
    static boolean succeeds(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
