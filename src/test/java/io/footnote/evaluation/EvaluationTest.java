package io.footnote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {
    private static final Path TINY = Path.of("src/test/resources/eval");
    private static final EvaluationListener NOBODY = new EvaluationListener() {};
    private final DataSetReader reader = new DataSetReader(TinySystem::article, null);
    private final Evaluation evaluation =
            new Evaluation(TinySystem.system(), InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")));

    @TempDir
    Path folder;

    @Test
    void measuresQuestionsOnTheirOwnArticles() {
        QuestionFigures figures = questionFigures(read("tiny-questions"), false);

        // scores: h1 3/6, h2 2/6 (refused), h3 0 (refused, unanswerable), m1 4/5
        assertThat(figures.hitAt1()).isEqualTo(1);
        assertThat(figures.answeredCount()).isEqualTo(2);
        assertThat(figures.refusedCount()).isEqualTo(1);
        assertThat(figures.citationPrecision()).isEqualTo(1);
        assertThat(figures.citationRecall()).isEqualTo(2.0 / 3);
        // "nine." against "at nine", "1820." against "1820"
        assertThat(figures.shortF1()).isCloseTo((2.0 / 3 + 1) / 2, within(1e-12));
        assertThat(figures.abstention().auc()).isEqualTo(1);
        assertThat(figures.abstention().precision()).isEqualTo(1.0 / 2);
        assertThat(figures.abstention().recall()).isEqualTo(1);
        // each confidence has a bin of its own
        assertThat(figures.abstention().ece())
                .isCloseTo((1 - 3.0 / 6 + (1 - 2.0 / 6) + 0 + (1 - 4.0 / 5)) / 4, within(1e-12));
        assertThat(figures.unattainable()).isZero();
    }

    @Test
    void reportsGoldThatNoSentenceCanMeet() throws IOException {
        EvaluationReport report = run(
                set("{\"id\":\"a\",\"text\":\"One flight a day.\",\"questions\":[{\"id\":\"q\",\"question\":\"Flight"
                        + " a day?\",\"answerable\":true,\"support\":[\"two flights\"]}]}"),
                false);

        assertThat(((QuestionFigures) report.overall().getFirst()).unattainable())
                .isEqualTo(1);
        assertThat(report.toTable()).contains("1 of 1 answerable questions have no support in their article");
    }

    @Test
    void asksAllArticlesAtOnceInALibraryAndEachTextOnce() throws IOException {
        DataSet set = set(
                article("one", "The mill was old. It burned."),
                article("two", "The mill was new.", "Was the mill new?", "The mill was new"),
                article("three", "The mill was old. It burned."));
        List<Integer> searched = new ArrayList<>();
        SystemUnderTest tiny = TinySystem.system();
        SystemUnderTest counting = new SystemUnderTest(
                (question, articles) -> {
                    searched.add(articles.size());
                    return tiny.answer().apply(question, articles);
                },
                tiny.judge(),
                tiny.split());

        new Evaluation(counting, InstantSource.system()).run(List.of(set), true, NOBODY);
        new Evaluation(counting, InstantSource.system()).run(List.of(set), false, NOBODY);

        assertThat(searched).containsExactly(2, 1);
    }

    @Test
    void takesTheSameSentenceOfAnotherArticleForRightInALibrary() throws IOException {
        // the first article wins the tie; its first sentence reads like the right one of the second but for a line end
        DataSet set = set(
                article("one", "The mill was\nold. Nobody knew."),
                article("two", "The mill was old. It burned.", "Was the mill old?", "mill was old"),
                article("three", "The mill was new.", "Was the mill old?", "mill was new"));

        List<QuestionOutcome> outcomes = outcomes(run(set, true));

        assertThat(outcomes.get(0).firstRightRank()).isEqualTo(1);
        assertThat(outcomes.get(0).cited())
                .containsExactly(new QuestionOutcome.Cited("one", new io.footnote.language.Span(0, 17), true));
        // ranked 1 and 2 are the old mills, which do not answer the third article's question
        assertThat(outcomes.get(1).firstRightRank()).isEqualTo(3);
        assertThat(outcomes.get(1).citesRight()).isFalse();
    }

    @Test
    void namesARepeatedTextAsTheQuestionDoes() throws IOException {
        DataSet set = set(
                article("one", "The mill was old. It burned."),
                article("again", "The mill was old. It burned.", "Was the mill old?", "mill was old"));

        assertThat(outcomes(run(set, true)).getFirst().cited())
                .extracting(QuestionOutcome.Cited::article)
                .containsExactly("again");
    }

    @Test
    void comparesWordsWhereARepeatedTextDiffersInWhiteSpace() throws IOException {
        // one article to the program, so offsets come from the first; the span belongs to the second
        DataSet set = set(
                article("one", "It burned.\\n\\n\\n\\nThe mill was old."),
                "{\"id\":\"again\",\"text\":\"It burned. The mill was old.\",\"questions\":[{\"id\":\"q\","
                        + "\"question\":\"Was the mill old?\",\"answerable\":true,"
                        + "\"support\":[{\"start\":11,\"end\":12}]}]}");

        assertThat(outcomes(run(set, true)).getFirst().firstRightRank()).isEqualTo(1);
    }

    @Test
    void measuresClaims() {
        ClaimFigures figures =
                (ClaimFigures) run(read("tiny-claims"), false).overall().getFirst();

        assertThat(figures).isEqualTo(new ClaimFigures(2, 1, 1, 1.0, 1.0, 1.0, 1.0));
    }

    @Test
    void measuresSentences() {
        SentenceFigures figures =
                (SentenceFigures) run(read("tiny-sentences"), false).overall().getFirst();

        assertThat(figures).isEqualTo(new SentenceFigures(2, 5, 1.0, 2, 1.0, 1.0, 0));
    }

    @Test
    void poolsItemsRatherThanAveragingSets() throws IOException {
        // four questions of which three answerable ones are right, and one answerable question that is wrong
        DataSet wrong = set(article("a", "The mill was old. It burned.", "Was the mill old?", "It burned"));
        EvaluationReport report = evaluation.run(List.of(read("tiny-questions"), wrong), false, NOBODY);

        assertThat(((QuestionFigures) report.overall().getFirst()).hitAt1()).isEqualTo(3.0 / 4);
    }

    @Test
    void writesAllFiguresAsJsonOnOneLine() throws IOException {
        EvaluationReport report = evaluation.run(
                List.of(read("tiny-questions"), read("tiny-claims"), read("tiny-sentences")), false, NOBODY);

        assertThat(report.toJson()).doesNotContain("\n");
        JsonNode json = new ObjectMapper().readTree(report.toJson());
        assertThat(json.at("/datasets/0/dataset").textValue()).isEqualTo("tiny-questions");
        assertThat(json.at("/datasets/0").fieldNames())
                .toIterable()
                .containsExactly(
                        "dataset",
                        "kind",
                        "questions",
                        "answerable",
                        "unanswerable",
                        "unattainable",
                        "hit@1",
                        "hit@3",
                        "mrr",
                        "citation_precision",
                        "citation_recall",
                        "answered",
                        "answered_count",
                        "refused_count",
                        "short_f1",
                        "abstention",
                        "millis");
        assertThat(json.at("/datasets/0/abstention").fieldNames())
                .toIterable()
                .containsExactly("auc", "precision", "recall", "f1", "ece");
        assertThat(json.at("/datasets/0/millis").fieldNames()).toIterable().containsExactly("p50", "p95", "p99");
        assertThat(json.at("/datasets/1/kind").textValue()).isEqualTo("claims");
        assertThat(json.at("/datasets/2/exact_count").intValue()).isEqualTo(2);
        assertThat(json.at("/overall/short_f1").doubleValue()).isEqualTo(.8333);
        // no kind hides a figure of another
        assertThat(json.at("/overall").size())
                .isEqualTo(json.at("/datasets/0").size()
                        + json.at("/datasets/1").size()
                        + json.at("/datasets/2").size()
                        - 3 * 2);
    }

    @Test
    void writesNullWhereThereIsNothingToMeasure() throws IOException {
        String json = run(set(article("a", "The mill was old.", "Was the mill old?", "mill was old")), false)
                .toJson();

        JsonNode dataSet = new ObjectMapper().readTree(json).at("/datasets/0");
        assertThat(dataSet.at("/abstention/auc").isNull()).isTrue();
        assertThat(dataSet.at("/short_f1").isNull()).isTrue();
    }

    @Test
    void writesATableThatLinesUp() {
        List<String> lines = evaluation
                .run(List.of(read("tiny-questions"), read("tiny-questions")), false, NOBODY)
                .toTable()
                .lines()
                .toList();

        assertThat(lines).hasSize(5);
        assertThat(lines.get(0)).startsWith("questions       n  hit@1");
        assertThat(lines.get(1)).startsWith("tiny-questions  4  1.000");
        assertThat(lines.get(3)).startsWith("over all        8  1.000").contains("4/6", "2/2");
        assertThat(lines.subList(0, 4))
                .extracting(String::length)
                .containsOnly(lines.get(0).length());
        assertThat(lines.get(4)).contains("MRR: mean reciprocal rank");
    }

    @Test
    void writesAPredictionForEveryQuestionInOrder() throws IOException {
        StringWriter written = new StringWriter();

        evaluation.run(List.of(read("tiny-questions"), read("tiny-claims")), false, new PredictionsWriter(written));

        List<String> lines = written.toString().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0))
                .isEqualTo("{\"id\":\"h1\",\"answered\":true,\"confidence\":0.5,\"short\":\"nine.\",\"ranked\":["
                        + "{\"article\":\"harbour\",\"start\":0,\"end\":30,\"score\":0.5},"
                        + "{\"article\":\"harbour\",\"start\":55,\"end\":80,\"score\":0.16666666666666666},"
                        + "{\"article\":\"harbour\",\"start\":31,\"end\":53,\"score\":0.0}],"
                        + "\"cited\":[{\"article\":\"harbour\",\"start\":0,\"end\":30}]}");
        JsonNode refused = new ObjectMapper().readTree(lines.get(2));
        assertThat(refused.at("/answered").booleanValue()).isFalse();
        assertThat(refused.at("/short").isNull()).isTrue();
        assertThat(refused.at("/ranked")).hasSize(3);
        assertThat(refused.at("/cited")).isEmpty();
    }

    @Test
    void predictsWithTheBestTenAndWithoutAnArticleNameForBareQuestions() throws IOException {
        var article = TinySystem.article("given", null, "A mill was old. ".repeat(11) + "End.");
        Path file = Files.writeString(
                folder.resolve("bare.jsonl"),
                "{\"id\":\"q\",\"question\":\"Is it the end?\",\"answerable\":false}\n"
                        + "{\"id\":\"r\",\"question\":\"A mill?\",\"answerable\":true,\"support\":[\"End\"]}\n");
        StringWriter written = new StringWriter();

        EvaluationReport report = evaluation.run(
                List.of(new DataSetReader(TinySystem::article, article).read(file)),
                false,
                new PredictionsWriter(written));

        JsonNode first = new ObjectMapper()
                .readTree(written.toString().lines().findFirst().orElseThrow());
        assertThat(first.at("/ranked")).hasSize(10);
        assertThat(first.at("/ranked/0/article").isNull()).isTrue();
        // ranked twelfth, which the predictions do not show
        assertThat(outcomes(report).get(1).firstRightRank()).isZero();
    }

    @Test
    void tellsListenersOfEveryStep() {
        List<String> steps = new ArrayList<>();
        EvaluationListener first = recording("a", steps);
        EvaluationListener second = recording("b", steps);

        evaluation.run(List.of(read("tiny-claims")), false, first.andThen(second));

        assertThat(steps)
                .containsExactly(
                        "a starts tiny-claims of 2",
                        "b starts tiny-claims of 2",
                        "a advances",
                        "b advances",
                        "a advances",
                        "b advances",
                        "a finishes",
                        "b finishes");
    }

    private static EvaluationListener recording(String name, List<String> steps) {
        return new EvaluationListener() {
            @Override
            public void started(DataSet dataSet) {
                steps.add(name + " starts " + dataSet.name() + " of " + dataSet.size());
            }

            @Override
            public void advanced() {
                steps.add(name + " advances");
            }

            @Override
            public void finished() {
                steps.add(name + " finishes");
            }
        };
    }

    private DataSet read(String name) {
        return reader.read(TINY.resolve(name + ".jsonl"));
    }

    private DataSet set(String... lines) throws IOException {
        return reader.read(Files.writeString(folder.resolve("set.jsonl"), String.join("\n", lines)));
    }

    private static String article(String id, String text) {
        return "{\"id\":\"" + id + "\",\"text\":\"" + text.replace("\n", "\\n") + "\",\"questions\":[]}";
    }

    private static String article(String id, String text, String question, String snippet) {
        return "{\"id\":\"" + id + "\",\"text\":\"" + text + "\",\"questions\":[{\"id\":\"q-" + id
                + "\",\"question\":\"" + question + "\",\"answerable\":true,\"support\":[\"" + snippet + "\"]}]}";
    }

    private EvaluationReport run(DataSet set, boolean library) {
        return evaluation.run(List.of(set), library, NOBODY);
    }

    private QuestionFigures questionFigures(DataSet set, boolean library) {
        return (QuestionFigures) run(set, library).overall().getFirst();
    }

    private static List<QuestionOutcome> outcomes(EvaluationReport report) {
        return ((Outcomes.OfQuestions) report.dataSets().getFirst()).outcomes();
    }
}
