package io.footnote.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.footnote.article.Article;
import io.footnote.language.Encoder;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SentenceIndexTest {
    private static final Article HARBOUR = Sample.article(
            "The harbour was dredged in spring.", "Two cranes were moved to the north quay.", "The mayor was pleased.");
    private static final Article ORCHARD = Sample.article("Apples are picked in September.", "The press is oak.");

    @TempDir
    private static Path cache;

    private static Encoder encoder;

    @TempDir
    private Path folder;

    private final List<String> notices = new ArrayList<>();

    @BeforeAll
    static void load() {
        encoder = Encoder.load(cache);
    }

    @AfterAll
    static void close() {
        encoder.close();
    }

    private SentenceIndex open() {
        return SentenceIndex.open(folder, encoder, notices::add);
    }

    @Test
    void encodesAnArticleOnce() {
        try (SentenceIndex index = open()) {
            assertThat(index.add(List.of(HARBOUR))).isEqualTo(3);
            long encoded = encoder.encodedTexts();
            assertThat(index.add(List.of(HARBOUR))).isZero();
            assertThat(encoder.encodedTexts()).isEqualTo(encoded);
        }
    }

    @Test
    void reusesAtTheNextStartWhatWasIndexedBefore() {
        try (SentenceIndex index = open()) {
            index.add(List.of(HARBOUR));
        }
        notices.clear();
        try (SentenceIndex index = open()) {
            assertThat(index.add(List.of(HARBOUR, ORCHARD))).isEqualTo(2);
        }
        assertThat(notices).isEmpty();
    }

    @Test
    void readsNothingButTheQuestionAtTheNextStart() {
        String question = "Where were the cranes moved?";
        Ranking first;
        try (SentenceIndex index = open()) {
            first = new SentenceRanker(index).rank(question, List.of(HARBOUR), 3);
        }
        long encoded = encoder.encodedTexts();
        try (SentenceIndex index = open()) {
            assertThat(new SentenceRanker(index).rank(question, List.of(HARBOUR), 3))
                    .isEqualTo(first);
        }
        assertThat(encoder.encodedTexts()).isEqualTo(encoded + 1);
    }

    @Test
    void readsAgainWhatIsNotKeptAndRanksTheSame() {
        String question = "Where were the cranes moved?";
        try (SentenceIndex index = open()) {
            Ranking first = new SentenceRanker(index).rank(question, List.of(HARBOUR), 3);
            index.forget();
            long encoded = encoder.encodedTexts();
            assertThat(new SentenceRanker(index).rank(question, List.of(HARBOUR), 3))
                    .isEqualTo(first);
            assertThat(encoder.encodedTexts()).isEqualTo(encoded + 1 + 3);
            assertThat(new SentenceRanker(index).rank(question, List.of(HARBOUR), 3))
                    .isEqualTo(first);
            assertThat(encoder.encodedTexts()).isEqualTo(encoded + 2 + 3);
        }
    }

    @Test
    void saysThatThereIsNoIndexYet() {
        open().close();
        assertThat(notices).containsExactly("There is no index yet. It is made anew from the articles.");
    }

    @Test
    void makesADamagedIndexAnewAndSaysSo() throws IOException {
        try (SentenceIndex index = open()) {
            index.add(List.of(HARBOUR));
        }
        for (Path file : indexFiles()) {
            try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                bytes.setLength(bytes.length() / 2);
            }
        }
        notices.clear();
        try (SentenceIndex index = open()) {
            assertThat(notices).containsExactly("The index is damaged. It is made anew from the articles.");
            assertThat(index.add(List.of(HARBOUR))).isEqualTo(3);
        }
    }

    @Test
    void noticesASingleFlippedBit() throws IOException {
        try (SentenceIndex index = open()) {
            index.add(List.of(HARBOUR));
        }
        Path largest = indexFiles().stream()
                .max((one, other) ->
                        Long.compare(one.toFile().length(), other.toFile().length()))
                .orElseThrow();
        byte[] bytes = Files.readAllBytes(largest);
        bytes[bytes.length / 2] ^= 1;
        Files.write(largest, bytes);
        notices.clear();
        try (SentenceIndex index = open()) {
            assertThat(notices).containsExactly("The index is damaged. It is made anew from the articles.");
            assertThat(index.add(List.of(HARBOUR))).isEqualTo(3);
        }
    }

    @Test
    void waitsForAnotherWriterAndLosesNothing() throws Exception {
        try (SentenceIndex one = open();
                SentenceIndex other = open()) {
            Thread adding = Thread.ofVirtual().start(() -> other.add(List.of(ORCHARD)));
            one.add(List.of(HARBOUR));
            adding.join();
            assertThat(one.add(List.of(HARBOUR, ORCHARD))).isZero();
        }
    }

    @Test
    void refusesAFolderThatIsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "not a folder");
        assertThatThrownBy(() -> SentenceIndex.open(file, encoder, notices::add))
                .isInstanceOf(RetrievalException.class)
                .hasMessageContaining(file.toString());
    }

    private List<Path> indexFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.endsWith("write.lock")).toList();
        }
    }
}
