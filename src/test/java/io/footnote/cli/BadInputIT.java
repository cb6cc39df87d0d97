package io.footnote.cli;

import static io.footnote.cli.FootnoteProcess.QUESTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.article.ArticleReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Articles and questions that nobody can answer: one sentence each, and what was stored before stays. */
final class BadInputIT {
    @TempDir
    private static Path temporary;

    private static Path data;
    private static String firstId;

    @BeforeAll
    static void askOnce() throws Exception {
        data = temporary.resolve("data");
        firstId = FootnoteProcess.on(data)
                .run("ask", "--json", QUESTION)
                .succeeds()
                .json()
                .get("logId")
                .asText();
    }

    /** Runs after every bad input of this class. */
    @AfterAll
    static void theFirstAnswerIsStillInTheLog() throws Exception {
        assertThat(FootnoteProcess.on(data).run("log", "list").succeeds().out()).contains(firstId);
        FootnoteProcess.on(data).run("log", "show", firstId).succeeds();
    }

    private static void failsFor(Path article, String... parts) throws Exception {
        FootnoteHere.on(data)
                .run("ask", "--article", article.toString(), QUESTION)
                .fails(1, parts);
    }

    private static Path file(String name, byte[] bytes) throws IOException {
        return Files.write(temporary.resolve(name), bytes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "empty.txt   | ''                          | is empty",
                "blank.md    | ' \\n\\t\\r\\n '            | is empty",
                "picture.txt | '\\211PNG\\r\\n\\032\\n' | is a PNG picture, not text",
                "paper.txt   | '%PDF-1.7\\n'               | is a damaged PDF",
                "zipped.txt  | 'PK\\003\\004\\024'    | is a ZIP archive or an office document, not text",
                "noise.txt   | 'some\\000thing'          | is a binary file, not text",
                "marks.txt   | '*** --- 123 ***'           | has no sentence to ask about",
            })
    void anArticleWithoutTextIsRefused(String name, String content, String expected) throws Exception {
        byte[] bytes = content.translateEscapes().getBytes(StandardCharsets.ISO_8859_1);
        failsFor(file(name, bytes), name, expected);
    }

    @Test
    void anArticleThatIsTooLongIsRefused() throws Exception {
        byte[] bytes =
                "Nine ships came. ".repeat(ArticleReader.MAX_LENGTH / 17 + 1).getBytes(StandardCharsets.US_ASCII);
        failsFor(file("long.txt", bytes), "long.txt is longer than the 2,000,000 characters");
    }

    @Test
    void anArticleThatIsNotThereIsRefused() throws Exception {
        failsFor(temporary.resolve("missing.txt"), "there is no file", "missing.txt");
    }

    @Test
    void anArticleThatMayNotBeReadIsRefused() throws Exception {
        FootnoteProcess.open(temporary);
        Path secret = file("secret.txt", "Nine ships came.".getBytes(StandardCharsets.US_ASCII));
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
        FootnoteProcess.on(data)
                .unprivileged()
                .run("sentences", secret.toString())
                .fails(1, "secret.txt may not be read");
    }

    @Test
    void aFolderWithoutArticlesIsRefused() throws Exception {
        Path folder = Files.createDirectories(temporary.resolve("pictures"));
        Files.writeString(folder.resolve("a.png"), "no text");
        failsFor(folder, "There is no article in", "pictures");
        FootnoteHere.on(data).run("sentences", folder.toString()).fails(1, "is a folder");
    }

    @Test
    void anArticleWithoutANameIsRefused() throws Exception {
        FootnoteHere.on(data).run("ask", "--article", "", QUESTION).fails(1, "--article is empty");
    }

    @Test
    void hiddenFilesOfAFolderAreNoArticles() throws Exception {
        Path folder = Files.createDirectories(temporary.resolve("stories"));
        Files.writeString(folder.resolve("story.txt"), "The harbour bridge reopened on Monday after four years.");
        Files.write(folder.resolve("._story.txt"), new byte[] {0, 5, 22, 7, 0, 2});
        assertThat(FootnoteHere.on(data)
                        .run("ask", "--article", folder.toString(), "When did the harbour bridge reopen?")
                        .succeeds()
                        .out())
                .startsWith("The harbour bridge reopened on Monday");
    }

    @Test
    void controlCharactersDoNotReachTheTerminal() throws Exception {
        String question = "Who \u001b[31minitiated the call\u0007 on Friday?";
        for (FootnoteProcess.Outcome outcome : List.of(
                FootnoteHere.on(data).run("ask", "--explain", question),
                FootnoteHere.on(data).run("log", "list"))) {
            assertThat(outcome.succeeds().out()).isNotBlank().doesNotContain("\u001b", "\u0007");
        }
    }

    @Test
    void anAddressOfThisMachineIsRefused() throws Exception {
        FootnoteHere.on(data)
                .run("ask", "--article", "http://127.0.0.1:9/story", QUESTION)
                .fails(1, "http://127.0.0.1:9/story is not on the public internet", "fetch.allow-private");
    }

    @Test
    void anAddressOfAnotherKindIsRefused() throws Exception {
        FootnoteHere.on(data)
                .run("ask", "--article", "ftp://127.0.0.1/story", QUESTION)
                .fails(1, "ftp://127.0.0.1/story is neither http nor https");
    }

    @Test
    void aQuestionThatIsNoneIsWrongUsage() throws Exception {
        FootnoteHere.on(data).run("ask", "").fails(2, "The question is empty");
        FootnoteHere.on(data).run("ask", " \t\n ").fails(2, "The question is empty");
        FootnoteHere.on(data).run("ask", "😀 👍🏽?!").fails(2, "The question has no words in it");
        FootnoteHere.on(data)
                .run("ask", "why ".repeat(2_500))
                .fails(2, "The question has 9999 characters, the most is 1000");
    }

    @Test
    void aQuestionOfOneWordGetsAdvice() throws Exception {
        FootnoteProcess.Outcome outcome = FootnoteHere.on(data).run("ask", "Latakia");
        assertThat(outcome.succeeds().out()).isNotBlank();
        assertThat(outcome.err())
                .isEqualTo("footnote: one word says little of what you want to know: ask a whole question.\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Сколько грузовых рейсов в день отправляет Россия в Латакию?"
                        + "| Статья написана на другом языке (английский): задайте вопрос на нём.",
                "¿Cuántos vuelos de carga al día envía Rusia a Latakia?"
                        + "| El artículo está en otro idioma (inglés): haga la pregunta en ese idioma."
            })
    void aQuestionInAnotherLanguageIsRefusedWithAdviceInIt(String question, String advice) throws Exception {
        FootnoteProcess.Outcome outcome =
                FootnoteHere.on(data).run("ask", "--json", question).succeeds();
        assertThat(outcome.json().get("answered").asBoolean()).isFalse();
        assertThat(outcome.json().get("question").asText()).isEqualTo(question);
        assertThat(outcome.err()).isEqualTo("footnote: " + advice + "\n");
    }
}
