package io.footnote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.footnote.language.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataSetReaderTest {
    private static final Path TINY = Path.of("src/test/resources/eval");
    private final DataSetReader reader = new DataSetReader(TinySystem::article, null);

    @TempDir
    Path folder;

    @Test
    void readsArticlesWithQuestions() {
        QuestionSet set = (QuestionSet) reader.read(TINY.resolve("tiny-questions.jsonl"));

        assertThat(set.name()).isEqualTo("tiny-questions");
        assertThat(set.size()).isEqualTo(4);
        ArticleQuestions harbour = set.articles().getFirst();
        assertThat(harbour.id()).isEqualTo("harbour");
        assertThat(harbour.article().title()).isEqualTo("Harbour");
        assertThat(harbour.questions()).extracting(GoldQuestion::answerable).containsExactly(true, true, false);
        assertThat(harbour.questions().get(0).support()).containsExactly(new Support.Place(new Span(22, 29)));
        assertThat(harbour.questions().get(1).support()).containsExactly(new Support.Snippet("forty cars"));
        assertThat(harbour.questions().get(2).answer()).isNull();
    }

    @Test
    void readsBareQuestionsAboutTheArticleGiven() {
        var article = TinySystem.article("given", null, "It flies two flights each day.");

        QuestionSet set = (QuestionSet)
                new DataSetReader(TinySystem::article, article).read(TINY.resolve("default-article.jsonl"));

        assertThat(set.articles()).singleElement().satisfies(only -> {
            assertThat(only.id()).isNull();
            assertThat(only.article()).isSameAs(article);
            assertThat(only.questions()).hasSize(22);
        });
    }

    @Test
    void asksForTheArticleOfBareQuestions() {
        assertThatThrownBy(() -> reader.read(TINY.resolve("default-article.jsonl")))
                .isInstanceOf(DataSetException.class)
                .hasMessageEndingWith(
                        "default-article.jsonl holds bare questions: name the article that they are about with --article.");
    }

    @Test
    void readsClaims() {
        ClaimSet set = (ClaimSet) reader.read(TINY.resolve("tiny-claims.jsonl"));

        assertThat(set.claims()).extracting(GoldClaim::supported).containsExactly(true, false);
    }

    @Test
    void readsSentencesAndFindsThemInTheText() {
        SentenceSet set = (SentenceSet) reader.read(TINY.resolve("tiny-sentences.jsonl"));

        assertThat(set.texts().get(1).sentences()).containsExactly(new Span(0, 22), new Span(23, 28));
    }

    @Test
    void readsAFileWithByteOrderMarkCarriageReturnsBlankLinesAndNoLastLineEnd() throws IOException {
        Path file = write("\uFEFF\r\n{\"id\":\"1\",\"claim\":\"a\",\"evidence\":\"b\",\"label\":\"supported\"}\r\n \r\n"
                + "{\"id\":\"2\",\"claim\":\"a\",\"evidence\":\"b\",\"label\":\"supported\",\"more\":null}");

        assertThat(reader.read(file).size()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {"id":"1","claim":"a","evidence":"b"}                                | "label" is missing: give it as text.
        {"id":"1","claim":"a","evidence":" ","label":"supported"}            | "evidence" is empty: give it as text.
        {"id":1,"claim":"a","evidence":"b","label":"supported"}              | "id" must be text, got number.
        {"id":"1","claim":"a","evidence":"b","label":"true"}                 | "label" must be supported or unsupported, got "true".
        {"id":"1","text":"A. B.","sentences":["A.","C."]}                    | sentences[1] is not in the text after the one before it: give the sentences verbatim and in order.
        {"id":"1","text":"A. B.","sentences":[]}                             | "sentences" is empty: give the sentences of the text.
        {"id":"1","text":"A. B.","sentences":"A."}                           | "sentences" must be a list, got string.
        {"id":"1","text":"A.","questions":[{"question":"A b?"}]}             | "questions[0].id" is missing: give it as text.
        {"id":"1","text":"A.","questions":[{"id":"2"}]}                      | "questions[0].question" is missing: give it as text.
        {"id":"1","text":"A.","questions":[{"id":"2","question":"A b?"}]}    | "questions[0].answerable" is missing: give it as true or false.
        {"id":"1","text":"A.","questions":["why"]}                           | questions[0] must be a JSON object, got string.
        {"id":"1","text":"A.","questions":[{"id":"2","question":"A b?","answerable":true}]}                                   | "questions[0].support" is missing: give it as a list.
        {"id":"1","text":"A.","questions":[{"id":"2","question":"A b?","answerable":true,"support":[]}]}                      | "support" of the answerable question "2" is empty: give at least one span or snippet.
        {"id":"1","text":"A.","questions":[{"id":"2","question":"A b?","answerable":true,"support":[7]}]}                     | questions[0].support[0] must be a snippet or {"start","end"}.
        {"id":"1","text":"A.","questions":[{"id":"2","question":"A b?","answerable":true,"support":[{"start":0}]}]}           | "questions[0].support[0].end" is missing: give it as a whole number.
        {"id":"1","text":"A.","questions":[{"id":"2","question":"A b?","answerable":true,"support":[{"start":0,"end":3}]}]}   | questions[0].support[0] is [0, 3), which is no span of a text of 2 UTF-16 units.
        {"id":"1","text":"A.","questions":[{"id":"2","question":"A b?","answerable":true,"support":[{"start":-1,"end":1}]}]}  | "questions[0].support[0].start" must be a whole number from 0, got -1.
        {"id":"1","text":"A.","questions":[{"id":"2","question":"?!","answerable":false}]}                                    | question "2" cannot be asked (The question has no words in it: ask one in words.).
        {"foo":1}                                                            | the line is of no known kind: it needs "questions" (an article with questions), "question" (a bare question), "claim", "sentences" or "body" (a web page).
        [1]                                                                  | the line must be a JSON object, got array.
        """)
    void saysWhichLineIsBadAndWhy(String line, String complaint) throws IOException {
        Path file = write("\n" + line + "\n");

        assertThatThrownBy(() -> reader.read(file))
                .isInstanceOf(DataSetException.class)
                .hasMessage(file + ", line 2: " + complaint);
    }

    @Test
    void saysWhereALineStopsBeingJson() throws IOException {
        Path file =
                write("{\"id\":\"1\",\"claim\":\"a\",\"evidence\":\"b\",\"label\":\"supported\"}\n{\"id\":\"2\",\n");

        assertThatThrownBy(() -> reader.read(file))
                .isInstanceOf(DataSetException.class)
                .hasMessageStartingWith(file + ", line 2: the line is not one JSON object (column ")
                .hasMessageEndingWith("): write one object a line.")
                .hasMessageNotContainingAny("\n", "Source:");
        assertThatThrownBy(() -> reader.read(write("{} {}"))).hasMessageContaining("not one JSON object");
    }

    @Test
    void refusesASecondKindOfLine() throws IOException {
        Path file = write("{\"id\":\"1\",\"claim\":\"a\",\"evidence\":\"b\",\"label\":\"supported\"}\n"
                + "{\"id\":\"2\",\"text\":\"A.\",\"sentences\":[\"A.\"]}\n");

        assertThatThrownBy(() -> reader.read(file))
                .hasMessage(file + ", line 2: the line holds a text with its sentences where the first line holds a"
                        + " claim: put them into files of their own.");
    }

    @Test
    void refusesWhatHoldsNothingToMeasure() throws IOException {
        Path empty = write(" \n\n");
        assertThatThrownBy(() -> reader.read(empty))
                .isInstanceOf(DataSetException.class)
                .hasMessage(empty + " is empty: a data set has at least one line, a JSON object each.");

        Path silent = write("{\"id\":\"1\",\"text\":\"A.\",\"questions\":[]}");
        assertThatThrownBy(() -> reader.read(silent)).hasMessageContaining("asks nothing");

        Path pages = write("{\"id\":\"1\",\"url\":\"https://example.org\",\"body\":\"A.\"}");
        assertThat(((PageSet) reader.read(pages)).pages().getFirst().file())
                .isEqualTo(folder.resolve("pages/1.html.gz"));
        Path elsewhere = write("{\"id\":\"../1\",\"url\":\"https://example.org\",\"body\":\"A.\"}");
        assertThatThrownBy(() -> reader.read(elsewhere)).hasMessageContaining("names the page's file");
    }

    @Test
    void refusesWhatIsNoFileOfText() throws IOException {
        Path missing = folder.resolve("missing.jsonl");
        assertThatThrownBy(() -> reader.read(missing))
                .isInstanceOf(DataSetException.class)
                .hasMessage(missing + " does not exist: check the name.");
        assertThatThrownBy(() -> reader.read(folder)).hasMessageContaining("is a folder");

        Path latin = folder.resolve("latin.jsonl");
        Files.write(latin, "\n{\"id\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> reader.read(latin))
                .hasMessage(latin + ", line 2: the line is not UTF-8: save the file in that encoding.");
    }

    @Test
    void readsUpToTheLimitsAndNoFurther() throws IOException {
        String line = "{\"id\":\"1\",\"claim\":\"a\",\"evidence\":\"b\",\"label\":\"supported\"}";
        Path file = write(line + "\n" + line + "\n");

        assertThat(limited(line.length(), 2).read(file).size()).isEqualTo(2);
        assertThatThrownBy(() -> limited(line.length() - 1, 2).read(file))
                .isInstanceOf(DataSetException.class)
                .hasMessage(file + ", line 1: the line is longer than " + (line.length() - 1)
                        + " bytes: put one shorter JSON object on each line.");
        assertThatThrownBy(() -> limited(line.length(), 1).read(file))
                .hasMessage(file + " has more than 1 lines: split it into several files.");
    }

    @Test
    void saysWhichArticleCannotBeMade() throws IOException {
        Path file = write("{\"id\":\"1\",\"text\":\"A.\",\"questions\":[{\"id\":\"2\",\"question\":\"A b?\","
                + "\"answerable\":false}]}");
        DataSetReader picky = new DataSetReader(
                (source, title, text) -> {
                    throw new IllegalStateException("no sentence in it");
                },
                null);
        DataSetReader changing =
                new DataSetReader((source, title, text) -> TinySystem.article(source, title, text + " "), null);

        assertThatThrownBy(() -> picky.read(file))
                .isInstanceOf(DataSetException.class)
                .hasMessage(file + ", line 1: \"text\" cannot be an article (no sentence in it).");
        assertThatThrownBy(() -> changing.read(file)).hasMessageContaining("offsets would not count in it");
    }

    private static DataSetReader limited(int lineBytes, int lines) {
        return new DataSetReader(TinySystem::article, null, new JsonLines.Limits(lineBytes, lines));
    }

    private Path write(String content) throws IOException {
        Path file = Files.createTempFile(folder, "set", ".jsonl");
        return Files.writeString(file, content);
    }
}
