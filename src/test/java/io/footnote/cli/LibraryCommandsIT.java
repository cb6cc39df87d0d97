package io.footnote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.footnote.cli.FootnoteProcess.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the library one after the other on a data folder of the tests' own, each as a new start. */
class LibraryCommandsIT {
    private static final String STORY = """
        Ferry hits the pier at Nordvik

        %s people were hurt on Tuesday when the ferry from Sundholm hit the pier at Nordvik.
        The captain said that the engine had failed shortly before the ship reached the harbour.
        The harbour office closed the pier until engineers have looked at it.
        """;

    private static final String QUESTION = "How many people were hurt when the ferry hit the pier?";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Outcome run(String... arguments) {
        return FootnoteHere.on(folder.resolve("data"))
                .with("FOOTNOTE_FETCH_ALLOW_PRIVATE", "true")
                .run(arguments);
    }

    private JsonNode ask(String... arguments) throws IOException {
        return JSON.readTree(run(arguments).out());
    }

    @Test
    void aCorrectedArticleIsAnsweredFromAnewWhileTheOldAnswerStaysAsItWas() throws IOException {
        Path file = Files.writeString(folder.resolve("story.txt"), STORY.formatted("Twelve"));
        assertThat(run("article", "add", file.toString()).out()).contains("new");
        JsonNode before = ask("ask", "--library", "--json", QUESTION);
        assertThat(before.path("answer").asText()).startsWith("Twelve people were hurt");

        Files.writeString(file, STORY.formatted("Fifteen"));
        assertThat(run("article", "add", file.toString()).out()).contains("corrected");
        JsonNode after = ask("ask", "--library", "--json", QUESTION);
        assertThat(after.path("answer").asText()).startsWith("Fifteen people were hurt");
        assertThat(after.at("/sources/0/article")).isNotEqualTo(before.at("/sources/0/article"));

        assertThat(run("log", "show", before.path("logId").asText()).out())
                .contains("Twelve people were hurt on Tuesday")
                .contains("The article has changed since: source 1 now reads: Fifteen people were hurt");
        assertThat(run("log", "show", after.path("logId").asText()).out()).doesNotContain("changed since");
        assertThat(run("article", "show", "1").out()).contains("version 1").contains("version 2");
    }

    @Test
    void articlesThatDisagreeAreBothShownWithTheirDates() throws IOException {
        Path first = Files.writeString(folder.resolve("first.txt"), STORY.formatted("Twelve"));
        Path second = Files.writeString(
                folder.resolve("second.txt"),
                "Fifteen hurt in ferry accident\n\nFifteen people were hurt when the ferry from Sundholm hit the pier,"
                        + " a doctor said.\nAll of them could go home by the evening.\n");
        run("article", "add", "--published", "2026-01-13", first.toString());
        run("article", "add", "--published", "2026-01-14", second.toString());

        JsonNode answer = ask("ask", "--library", "--json", QUESTION);

        assertThat(answer.path("answer").asText())
                .contains("Twelve people were hurt on Tuesday")
                .contains("Fifteen people were hurt when");
        assertThat(run("ask", "--library", QUESTION).out())
                .contains("2026-01-13")
                .contains("2026-01-14");
    }

    @Test
    void removalLeavesNoWordInAnyFile() throws IOException {
        Path file = Files.writeString(
                folder.resolve("story.txt"), STORY.formatted("Twelve").replace("Sundholm", "Quxinvale"));
        run("article", "add", file.toString());
        String id = ask("ask", "--library", "--json", QUESTION).path("logId").asText();
        assertThat(filesWith("quxinval")).as("before removal").isNotEmpty();

        assertThat(run("article", "remove", "1").status()).isZero();

        assertThat(filesWith("quxinval")).isEmpty();
        Outcome shown = run("log", "show", id);
        assertThat(shown.status()).isZero();
        assertThat(shown.out()).contains(QUESTION).contains("Source 1 was removed with its article");
        assertThat(run("article", "list", "--json").out()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsNamedAndTheRestGoesIn() throws IOException {
        Path sources = Files.createDirectory(folder.resolve("sources"));
        Files.writeString(sources.resolve("a.txt"), STORY.formatted("Twelve"));
        Files.write(sources.resolve("broken.pdf"), new byte[] {'%', 'P', 'D', 'F', '-', 0, 1, 2});
        Files.write(sources.resolve("broken.html.gz"), new byte[] {0x1F, (byte) 0x8B, 1, 2, 3});
        Files.writeString(sources.resolve("empty.md"), "\n");
        Files.writeString(
                sources.resolve("z.txt"), "Council meets\n\nThe council met on Monday to vote on the pier.\n");

        Outcome outcome = run("article", "add", sources.toString(), "http://127.0.0.1:1/nothing-there");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out().lines()).hasSize(2);
        assertThat(outcome.err())
                .contains("broken.pdf", "damaged", "broken.html.gz", "empty.md is empty", "127.0.0.1:1/nothing-there")
                .contains("6 documents: 2 new, 4 refused.");
    }

    @Test
    void aWatchedFolderAndFeedFillTheLibraryAndWhatIsKnownIsNotFetchedAgain() throws IOException {
        Path sources = Files.createDirectory(folder.resolve("sources"));
        Path story = Files.writeString(sources.resolve("story.txt"), STORY.formatted("Twelve"));
        Files.setLastModifiedTime(story, FileTime.from(Instant.now().minusSeconds(60)));
        AtomicInteger pages = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        String at = "http://127.0.0.1:" + server.getAddress().getPort();
        serve(
                server,
                "/feed",
                "application/rss+xml",
                () -> "<rss version=\"2.0\"><channel><title>t</title><link>x</link>"
                        + "<description>d</description><item><title>Council</title><link>" + at + "/council</link>"
                        + "<pubDate>Wed, 14 Jan 2026 07:30:00 +0100</pubDate></item></channel></rss>");
        serve(server, "/council", "text/plain; charset=utf-8", () -> {
            pages.incrementAndGet();
            return "Council meets\n\nThe council met on Monday to vote on the pier.\n";
        });
        server.start();
        try {
            Outcome first = run("article", "watch", "--once", sources.toString(), at + "/feed");
            assertThat(first.out()).contains("Ferry hits the pier").contains("Council meets");
            assertThat(first.err()).doesNotContain("cannot");
            Outcome second = run("article", "watch", "--once", sources.toString(), at + "/feed");
            assertThat(second.out()).isEmpty();
            assertThat(pages).hasValue(1);
        } finally {
            server.stop(0);
        }
    }

    private static void serve(HttpServer server, String path, String type, Supplier<String> content) {
        server.createContext(path, exchange -> {
            byte[] bytes = content.get().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    /** The files of the data folder in which some letters stand, whatever their case. */
    private List<Path> filesWith(String letters) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(folder.resolve("data").resolve("native")))
                    .filter(file -> holds(file, letters))
                    .toList();
        }
    }

    private static boolean holds(Path file, String letters) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .toLowerCase(Locale.ROOT)
                    .contains(letters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
