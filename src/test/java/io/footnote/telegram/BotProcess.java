package io.footnote.telegram;

import io.footnote.Main;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The program's {@code bot} command in a process of its own, with what it says on standard error. */
final class BotProcess implements AutoCloseable {
    static final String READY = "footnote: ready: @footnote_bot answers in Telegram.";

    /** The archive of loaded classes that the first clean end leaves, so that later starts take half the time. */
    private static final Path CLASSES = Path.of("target", "bot-tests.jsa");

    static final String ARTICLE = """
        Harbour bridge in Marlow Bay reopens after two years

        The harbour bridge in Marlow Bay reopened on Saturday after two years of repairs. Engineers replaced 240 steel
        cables and strengthened four of its towers. The repairs cost 18 million dollars, the city council said.

        Mayor Ellen Brandt cut the ribbon in front of about 3,000 people. "This bridge is the heart of our town," she
        said. The first bus crossed the bridge at noon.

        Fishermen had complained that the works blocked the channel for small boats. The council paid 40 of them a
        compensation of 900 dollars each. A second bridge is planned north of the lighthouse.
        """;

    private final Process process;
    private final Path folder;
    private final List<String> lines = new ArrayList<>();
    private final Thread reading;

    private BotProcess(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
        this.reading = Thread.ofVirtual().start(this::read);
    }

    /**
     * Starts it on a folder, which holds its article and its data from one start to the next.
     *
     * @param options more arguments of the command
     */
    static BotProcess start(Path folder, FakeBotApi api, String token, String... options) throws IOException {
        Path article = folder.resolve("article.txt");
        if (!Files.exists(article)) {
            Files.writeString(article, ARTICLE);
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + CLASSES.toAbsolutePath(),
                "-Xlog:disable",
                "-Dfootnote.home=" + folder,
                Main.class.getName(),
                "bot"));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("FOOTNOTE_"));
        // not as an argument: ONNX Runtime 1.29 brings the process down when its command line is longer than 4 KB
        builder.environment().put("CLASSPATH", classPath());
        builder.environment().put("FOOTNOTE_ARTICLE_PATH", article.toString());
        builder.environment().put("FOOTNOTE_DATA_DIR", folder.resolve("data").toString());
        builder.environment().put("FOOTNOTE_TELEGRAM_API_URL", api.url().toString());
        if (!token.isEmpty()) {
            builder.environment().put("FOOTNOTE_TELEGRAM_TOKEN", token);
        }
        return new BotProcess(
                builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start(), folder);
    }

    /** The tests' own class path less the tests: an archive of loaded classes is for jars alone. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    static BotProcess start(Path folder, FakeBotApi api) throws IOException {
        return start(folder, api, FakeBotApi.TOKEN);
    }

    private void read() {
        try (BufferedReader reader = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                synchronized (lines) {
                    lines.add(line);
                    lines.notifyAll();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it has said so far. */
    String said() {
        synchronized (lines) {
            return String.join("\n", lines);
        }
    }

    /** Waits until it says a line that begins so. */
    void awaitLine(String beginning, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        synchronized (lines) {
            while (lines.stream().noneMatch(line -> line.startsWith(beginning))) {
                long millis = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
                if (millis <= 0) {
                    throw new AssertionError("it did not say \"" + beginning + "\" but:\n" + String.join("\n", lines));
                }
                lines.wait(millis);
            }
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** {@code kill}, as an operator or an init system does. */
    void terminate() {
        process.destroy();
    }

    /** Waits for its end and returns its exit status. */
    int awaitEnd(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("it still runs, and said:\n" + said());
        }
        reading.join();
        return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    @Override
    public String toString() {
        return "bot in " + folder;
    }
}
