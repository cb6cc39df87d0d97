package io.footnote.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.footnote.language.SentenceSplitter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleReaderTest {
    private static final String STORY = "Bridge closed\n\nThe “old” bridge is closed – for now. It costs €5.\n";

    private final ArticleReader reader = new ArticleReader(new SentenceSplitter());

    @TempDir
    private Path folder;

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private Path file(String name, String content) throws IOException {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> texts(Article article) {
        return article.sentences().stream().map(article::textOf).toList();
    }

    private static List<String> citable(Article article) {
        return article.sentences().stream()
                .filter(Sentence::citable)
                .map(article::textOf)
                .toList();
    }

    private static byte[] join(int[] mark, byte[] text) {
        byte[] joined = Arrays.copyOf(new byte[0], mark.length + text.length);
        for (int i = 0; i < mark.length; i++) {
            joined[i] = (byte) mark[i];
        }
        System.arraycopy(text, 0, joined, mark.length, text.length);
        return joined;
    }

    @Test
    void readsUtf8WithAndWithoutAMark() throws IOException {
        byte[] bytes = STORY.getBytes(StandardCharsets.UTF_8);

        assertThat(reader.read(file("a.txt", bytes)).text()).isEqualTo(STORY);
        assertThat(reader.read(file("b.txt", join(new int[] {0xEF, 0xBB, 0xBF}, bytes)))
                        .text())
                .isEqualTo(STORY);
    }

    @Test
    void readsUtf16WithAMark() throws IOException {
        byte[] big = join(new int[] {0xFE, 0xFF}, STORY.getBytes(StandardCharsets.UTF_16BE));
        byte[] little = join(new int[] {0xFF, 0xFE}, STORY.getBytes(StandardCharsets.UTF_16LE));

        assertThat(reader.read(file("big.txt", big)).text()).isEqualTo(STORY);
        assertThat(reader.read(file("little.txt", little)).text()).isEqualTo(STORY);
    }

    @Test
    void readsWindows1252WhereTheBytesAreNotUtf8() throws IOException {
        assertThat(reader.read(file("a.txt", STORY.getBytes(Charset.forName("windows-1252"))))
                        .text())
                .isEqualTo(STORY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void keepsEveryLineEndSoThatOffsetsCountInTheFile(String lineEnd) throws IOException {
        String text = "Bridge closed" + lineEnd + lineEnd + "It is old. It is closed." + lineEnd;

        Article article = reader.read(file("a.txt", text));

        assertThat(article.text()).isEqualTo(text);
        assertThat(texts(article)).containsExactly("Bridge closed", "It is old.", "It is closed.");
    }

    @Test
    void numbersSentencesAndNamesTheirSource() throws IOException {
        Path file = file("story.txt", STORY);

        Article article = reader.read(file);

        assertThat(article.title()).isEqualTo("Bridge closed");
        assertThat(article.source()).isEqualTo(file.toString());
        assertThat(article.url()).isNull();
        assertThat(article.id()).isEqualTo(Article.idOf(STORY));
        assertThat(article.sentences()).extracting(Sentence::number).containsExactly(1, 2, 3);
        assertThat(article.sentences()).extracting(Sentence::citable).containsExactly(false, true, true);
    }

    @Test
    void theTitleIsTheFileNameWhereTheTextHasNoHeadline() throws IOException {
        Article article = reader.read(file("bridge.txt", "The bridge is closed. It is old.\n\nRepairs began."));

        assertThat(article.title()).isEqualTo("bridge.txt");
        assertThat(citable(article)).hasSize(3);
    }

    @Test
    void aHeadlineFollowsADateLineToo() throws IOException {
        Article article = reader.read(file("a.txt", "Friday, May 6, 2016\n\nBridge closed\n\nIt is old."));

        assertThat(article.title()).isEqualTo("Bridge closed");
        assertThat(citable(article)).containsExactly("It is old.");
    }

    @Test
    void aTextOfOneLineHasNoHeadline() {
        Article article = reader.fromText("note", null, "the bridge over the river");

        assertThat(article.title()).isEqualTo("note");
        assertThat(citable(article)).containsExactly("the bridge over the river");
    }

    @Test
    void aGivenTitleWinsAndIsNotCitedWhereTheTextRepeatsIt() {
        Article article = reader.fromText("page", "Bridge  Closed!", "Bridge closed\n\nIt is old.");

        assertThat(article.title()).isEqualTo("Bridge Closed!");
        assertThat(citable(article)).containsExactly("It is old.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "City open to repairs of its bridges",
                "The mayor at the gate",
                "Photo: Jane Doe.",
                "Image courtesy of the city.",
                "Tuesday, May 3, 2016",
                "3 May 2016",
                "By Jane Doe",
                "* * *"
            })
    void headingsCaptionsDateLinesAndCreditsAreNotCited(String line) {
        Article article = reader.fromText("page", "Bridges", "The bridge is old.\n\n" + line + "\n\nIt is closed.");

        assertThat(texts(article)).contains(line);
        assertThat(citable(article)).containsExactly("The bridge is old.", "It is closed.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The bridge lies on the road to the coast",
                "The engineers repaired the bridge in spring",
                "In his report he wrote:",
                "It was built by monks.[citation needed]",
                "- 12 tons of steel",
                "The bridge over the river near the old harbour, with its four towers and three arches of grey stone"
            })
    void clausesItemsAndLongLinesAreCitedThoughTheyLackAFullStop(String line) {
        Article article = reader.fromText("page", "Bridges", "The bridge is old.\n\n" + line);

        assertThat(citable(article)).containsExactly("The bridge is old.", line);
    }

    @Test
    void theLastSentenceOfAParagraphIsCitedWithoutAFullStop() {
        Article article = reader.fromText("page", "Bridges", "The bridge is old. Repairs by spring");

        assertThat(citable(article)).containsExactly("The bridge is old.", "Repairs by spring");
    }

    @Test
    void markdownMarksAreInNoSentence() throws IOException {
        String text = """
            ---
            author: Jane. Yes.
            ---

            # The **old** bridge #

            > It is *closed*. It is
            > old.

            - First [plan](https://example.org/a.B_(c)).
            - Second plan
            1. Third plan

            ```
            Run. This. Code.
            ```

            | a | b |
            |---|---|
            | It. | Is. |

            ![A gate.](gate.png)

            History
            =======

            Monks built it
            Long ago.

            [1]: https://example.org

            <!-- Nothing. Here. -->
            ***
            """;

        Article article = reader.read(file("bridge.md", text));

        assertThat(article.title()).isEqualTo("The old bridge");
        assertThat(article.text()).isEqualTo(text);
        assertThat(texts(article))
                .containsExactly(
                        "The **old** bridge",
                        "It is *closed*.",
                        "It is\n> old.",
                        "First [plan](https://example.org/a.B_(c)).",
                        "Second plan",
                        "Third plan",
                        "History",
                        "Monks built it\nLong ago.");
        assertThat(citable(article)).hasSize(6).doesNotContain("The **old** bridge", "History");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"# a\n", "[", "![", "](", "<a", "> ", "- ", "*", "<!--", "`", "-", "a_", "[a](b) ", "| a\n"})
    @Timeout(60)
    void markdownOfOneSignAtTheLimitIsReadInLinearTime(String sign) throws IOException {
        String text = "It is old.\n\n" + sign.repeat((ArticleReader.MAX_LENGTH - 20) / sign.length());

        assertThat(texts(reader.read(file("a.md", text)))).first().isEqualTo("It is old.");
    }

    @Test
    void plainTextKeepsItsSigns() throws IOException {
        assertThat(texts(reader.read(file("a.txt", "# 1 is a number. It is odd."))))
                .containsExactly("# 1 is a number.", "It is odd.");
    }

    @ParameterizedTest
    @CsvSource({
        "Мост закрыт. Он старый., ru",
        "الجسر مغلق. إنه قديم., ar",
        "橋は閉鎖されました。, ja",
        "大桥已关闭。, zh",
        "Die Brücke ist zu., en",
        "The word мост means bridge., en"
    })
    void theLanguageFollowsTheScriptOfMostLetters(String text, String language) {
        assertThat(reader.fromText("page", null, text).language()).isEqualTo(language);
    }

    @Test
    void refusesWhatIsNoFile() {
        Path missing = folder.resolve("none.txt");

        assertRefused(missing, "there is no file " + missing);
        assertRefused(folder, folder + " is a folder");
    }

    @Test
    void refusesWhatMayNotBeRead() throws IOException {
        Path file = file("secret.txt", STORY);
        Assumptions.assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file), "this user may read all");

        assertRefused(file, "may not be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n\t ", "\uFEFF", "\uFEFF\n"})
    void refusesAnEmptyText(String text) throws IOException {
        assertRefused(file("empty.txt", text), "is empty");
    }

    @Test
    void refusesATextWithoutALetter() throws IOException {
        assertRefused(file("numbers.txt", "12. 13. ***"), "has no sentence");
        assertRefused(file("code.md", "```\nonly code\n```\n"), "has no sentence");
    }

    @ParameterizedTest
    @CsvSource({"'PK\u0003\u0004', a ZIP archive", "'GIF89a', a GIF picture", "'{\\rtf1', an RTF document"})
    void refusesOtherKindsOfFilesByName(String magic, String kind) throws IOException {
        assertRefused(file("a.bin", magic + " and so on"), kind);
    }

    @Test
    void refusesBytesThatAreNoText() throws IOException {
        assertRefused(file("png", join(new int[] {0x89, 'P', 'N', 'G', 13, 10, 26, 10}, new byte[0])), "a PNG picture");
        assertRefused(file("nul.txt", "A text with a NUL\0 in it."), "binary");
        assertRefused(file("noise.txt", new byte[] {'A', (byte) 0x81, 0, 7, (byte) 0xFE, '.'}), "binary");
        assertRefused(file("zip.html", "PK\u0003\u0004 and more"), "a ZIP archive");
        assertRefused(file("feed.txt", "<?xml version=\"1.0\"?><rss><item>A bridge opened.</item></rss>"), "is XML");
        assertRefused(file("controls.txt", "Control\u0001 characters\u0002."), "binary");
        assertRefused(file("odd.txt", join(new int[] {0xFE, 0xFF, 0x00}, new byte[0])), "is not valid UTF-16BE");
        assertRefused(file("undefined.txt", new byte[] {'A', ' ', (byte) 0x81, '.'}), "is not valid windows-1252");
    }

    @Test
    void aTextAtTheLimitIsReadAndOneUnitMoreIsNot() throws IOException {
        String text = "ä".repeat(ArticleReader.MAX_LENGTH - 1) + ".";

        assertThat(reader.read(file("long.txt", text)).text()).hasSize(ArticleReader.MAX_LENGTH);
        assertRefused(file("longer.txt", text + "."), "is longer than the 2,000,000 characters");
        assertThatThrownBy(() -> reader.fromText("page", null, text + "."))
                .isInstanceOf(ArticleException.class)
                .hasMessageContaining("page is longer");
    }

    @Test
    void aFileOfTheMostBytesATextCanHaveIsReadAndALargerOneIsRefusedUnread() throws IOException {
        byte[] bytes = join(
                new int[] {0xEF, 0xBB, 0xBF},
                "語".repeat(ArticleReader.MAX_LENGTH).getBytes(StandardCharsets.UTF_8));

        assertThat(reader.read(file("most.txt", bytes)).text()).hasSize(ArticleReader.MAX_LENGTH);
        assertRefused(file("over.txt", new byte[Document.MAX_BYTES + 1]), "is larger than the 32 MiB");
    }

    @Test
    void readsTheScrapedNewsArticle() {
        Path scraped = Path.of("..", "shared", "article", "us-russia-syria.txt");
        Assumptions.assumeTrue(Files.isReadable(scraped), () -> "skipped: " + scraped + " is not here");

        Article article = reader.read(scraped);

        assertThat(article.title()).isEqualTo("US turns to Russia as its strategy for Syria lies in ruins");
        assertThat(article.sentences()).hasSize(18);
        assertThat(article.sentences().stream().filter(sentence -> !sentence.citable()))
                .extracting(Sentence::number)
                .containsExactly(1, 18);
    }

    @Test
    void readsTheDefaultArticle() {
        Article article = reader.read(Path.of("config", "articles", "us-russia-syria-talks.txt"));

        assertThat(article.title()).isEqualTo("With Syria strategy in tatters, US looks to Russia");
        assertThat(article.sentences().stream().filter(sentence -> !sentence.citable()))
                .extracting(Sentence::number)
                .containsExactly(1);
    }

    private void assertRefused(Path file, String reason) {
        assertThatThrownBy(() -> reader.read(file))
                .isInstanceOf(ArticleException.class)
                .hasMessageContaining(reason)
                .hasMessageContaining(file.toString())
                .message()
                .doesNotContain("\n");
    }
}
