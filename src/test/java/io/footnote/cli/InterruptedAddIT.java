package io.footnote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.Main;
import io.footnote.article.Article;
import io.footnote.article.ArticleReader;
import io.footnote.language.Encoder;
import io.footnote.language.SentenceSplitter;
import io.footnote.retrieval.SentenceIndex;
import io.footnote.storage.Articles;
import io.footnote.storage.Database;
import io.footnote.storage.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Adding articles in a process of its own, which is killed at any moment. */
class InterruptedAddIT {
    private static final int KILLS = 10;
    private static final int ARTICLES = 160;
    private static final long LONGEST_MILLIS = 6_000;
    private static final List<String> WORDS = List.of(
            "harbour", "council", "bridge", "teacher", "signal", "forest", "budget", "doctor", "engine", "market",
            "window", "planet", "letter", "garden", "witness", "tunnel", "captain", "archive", "lantern", "valley");

    @TempDir
    Path folder;

    private final long seed = Long.getLong("footnote.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final ArticleReader reader = new ArticleReader(new SentenceSplitter());
    private final Map<String, String> texts = new TreeMap<>();

    @Test
    void noArticleIsHalfThereOrLostHoweverOftenAddingIsKilled() throws Exception {
        System.out.println("InterruptedAddIT: to repeat it, -Dfootnote.seed=" + seed);
        Path sources = Files.createDirectory(folder.resolve("sources"));
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        for (int number = 0; number < ARTICLES; number++) {
            String text = story(number);
            Path file = Files.writeString(sources.resolve(String.format("story-%03d.txt", number)), text);
            texts.put(reader.read(file).id(), text);
        }
        Set<String> acknowledged = new HashSet<>();
        for (int kill = 1; kill <= KILLS; kill++) {
            Path out = folder.resolve("out-" + kill);
            Process process = add(sources, out);
            process.waitFor(random.nextLong(LONGEST_MILLIS), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            acknowledged.addAll(numbers(out));
            try (Database database = Database.inFolder(folder.resolve("data"))) {
                List<Article> current = library(database).current();
                assertThat(current)
                        .allSatisfy(article -> assertThat(article.text()).isEqualTo(texts.get(article.id())));
                assertThat(library(database).list())
                        .extracting(line -> Long.toString(line.number()))
                        .containsAll(acknowledged);
            }
        }
        try (Stream<Path> left = Files.walk(temporary)) {
            assertThat(left.filter(Files::isRegularFile))
                    .as("left by killed processes")
                    .isEmpty();
        }
        int status = add(sources, folder.resolve("out-last")).waitFor();
        assertThat(status)
                .as("standard error: %s", Files.readString(folder.resolve("out-last.err")))
                .isZero();
        try (Database database = Database.inFolder(folder.resolve("data"));
                Encoder encoder = Encoder.load(folder.resolve("native"));
                SentenceIndex index =
                        SentenceIndex.open(folder.resolve("data").resolve("index"), encoder, notice -> {})) {
            List<Article> current = library(database).current();
            assertThat(current).extracting(Article::id).containsExactlyInAnyOrderElementsOf(texts.keySet());
            assertThat(new Articles(database).ids()).isEqualTo(index.ids()).isEqualTo(texts.keySet());
            assertThat(index.add(current)).as("sentences that the index lacked").isZero();
        }
    }

    private static Library library(Database database) {
        return new Library(database, InstantSource.system());
    }

    private Process add(Path sources, Path out) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dfootnote.home=" + Path.of("").toAbsolutePath(),
                        "-Djava.io.tmpdir=" + folder.resolve("temporary"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "article",
                        "add",
                        sources.toString())
                .redirectOutput(out.toFile())
                .redirectError(out.resolveSibling(out.getFileName() + ".err").toFile());
        builder.environment().put("FOOTNOTE_DATA_DIR", folder.resolve("data").toString());
        return builder.start();
    }

    /** The numbers on the lines that were printed to their end. */
    private static Set<String> numbers(Path out) throws IOException {
        Set<String> numbers = new HashSet<>();
        String printed = Files.readString(out);
        printed.substring(0, printed.lastIndexOf('\n') + 1)
                .lines()
                .forEach(line -> numbers.add(line.strip().split(" ")[0]));
        return numbers;
    }

    private String story(int number) {
        StringBuilder story = new StringBuilder();
        for (int sentence = 0; sentence < 5; sentence++) {
            story.append("The ").append(word()).append(" of story ").append(number);
            for (int word = 0; word < 8; word++) {
                story.append(' ').append(word());
            }
            story.append(" was seen near the ").append(word()).append(".\n");
        }
        return story.toString();
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }
}
