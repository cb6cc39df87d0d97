package io.footnote.cli;

import static io.footnote.cli.FootnoteProcess.ANSWER;
import static io.footnote.cli.FootnoteProcess.QUESTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import io.footnote.model.ChatReply;
import io.footnote.model.ScriptedChatServer;
import io.footnote.telegram.FakeBotApi;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scripts rely on: the fields, their types, and offsets that point at what they say. */
final class OutputIT {
    private static final String UNANSWERABLE = "How many helicopters did Belgium buy?";

    @TempDir
    private static Path temporary;

    private static Path data;
    private static JsonNode grounded;
    private static JsonNode abstained;

    @BeforeAll
    static void ask() throws Exception {
        data = temporary.resolve("data");
        grounded = FootnoteProcess.on(data)
                .run("ask", "--json", QUESTION)
                .succeeds()
                .json();
        abstained = FootnoteProcess.on(data)
                .run("ask", "--json", UNANSWERABLE)
                .succeeds()
                .json();
    }

    private static String articleText() throws Exception {
        return Files.readString(FootnoteProcess.ROOT.resolve("config/articles/us-russia-syria-talks.txt"));
    }

    private static Map<String, JsonNodeType> typesOf(JsonNode object) {
        Map<String, JsonNodeType> types = new TreeMap<>();
        object.properties()
                .forEach(field -> types.put(field.getKey(), field.getValue().getNodeType()));
        return types;
    }

    private static void isASource(JsonNode source) throws Exception {
        assertThat(typesOf(source))
                .isEqualTo(Map.of(
                        "n", JsonNodeType.NUMBER,
                        "article", JsonNodeType.STRING,
                        "title", JsonNodeType.STRING,
                        "sentence", JsonNodeType.NUMBER,
                        "start", JsonNodeType.NUMBER,
                        "end", JsonNodeType.NUMBER,
                        "text", JsonNodeType.STRING,
                        "url", JsonNodeType.NULL,
                        "published", JsonNodeType.NULL));
        assertThat(articleText()
                        .substring(
                                source.get("start").asInt(), source.get("end").asInt()))
                .isEqualTo(source.get("text").asText());
    }

    @Test
    void aGroundedAnswerHasTheFieldsOfTheContract() throws Exception {
        assertThat(typesOf(grounded))
                .containsAllEntriesOf(Map.of(
                        "question", JsonNodeType.STRING,
                        "answered", JsonNodeType.BOOLEAN,
                        "engine", JsonNodeType.STRING,
                        "answer", JsonNodeType.STRING,
                        "statements", JsonNodeType.ARRAY,
                        "sources", JsonNodeType.ARRAY,
                        "confidence", JsonNodeType.NUMBER,
                        "abstention", JsonNodeType.NULL,
                        "fallback", JsonNodeType.NULL,
                        "millis", JsonNodeType.NUMBER));
        assertThat(grounded.properties().stream().map(Map.Entry::getKey))
                .containsExactly(
                        "question",
                        "answered",
                        "engine",
                        "answer",
                        "short",
                        "statements",
                        "sources",
                        "confidence",
                        "abstention",
                        "fallback",
                        "millis",
                        "logId");
        assertThat(grounded.get("answered").asBoolean()).isTrue();
        assertThat(grounded.get("engine").asText()).isEqualTo("extractive");
        assertThat(grounded.get("answer").asText()).contains(ANSWER).contains("[1]");
        assertThat(grounded.get("confidence").asDouble()).isBetween(0.0, 1.0);
        assertThat(grounded.get("sources")).isNotEmpty();
        for (JsonNode source : grounded.get("sources")) {
            isASource(source);
        }
        assertThat(grounded.get("statements")).isNotEmpty();
        for (JsonNode statement : grounded.get("statements")) {
            assertThat(typesOf(statement))
                    .isEqualTo(Map.of(
                            "text", JsonNodeType.STRING,
                            "citations", JsonNodeType.ARRAY,
                            "verdict", JsonNodeType.STRING,
                            "score", JsonNodeType.NUMBER));
            assertThat(statement.get("verdict").asText()).isEqualTo("supported");
            assertThat(statement.get("citations"))
                    .isNotEmpty()
                    .allSatisfy(n -> assertThat(n.asInt())
                            .isBetween(1, grounded.get("sources").size()));
        }
    }

    @Test
    void anAbstentionHasTheFieldsOfTheContract() throws Exception {
        assertThat(abstained.get("answered").asBoolean()).isFalse();
        assertThat(abstained.get("statements")).isEmpty();
        assertThat(abstained.get("sources")).isEmpty();
        assertThat(abstained.get("short").isNull()).isTrue();
        assertThat(abstained.get("answer").asText()).doesNotContainPattern("\\[\\d+]");
        JsonNode abstention = abstained.get("abstention");
        assertThat(typesOf(abstention))
                .isEqualTo(Map.of(
                        "reason", JsonNodeType.STRING,
                        "nearest", JsonNodeType.ARRAY,
                        "message", JsonNodeType.STRING));
        assertThat(abstention.get("reason").asText()).isEqualTo("no_relevant_passage");
        assertThat(abstention.get("message").asText()).contains("Belgium");
        isASource(abstention.get("nearest").get(0));
    }

    @Test
    void sentencesPointIntoTheFile() throws Exception {
        Path file = Files.writeString(
                temporary.resolve("harbour.txt"),
                "\uFEFFThe harbour today\r\n\r\n"
                        + "Nine \u201Cold\u201D ships came. \uD83D\uDEA2 They left at 5 p.m. on Monday.\r\n");
        String text = Files.readString(file).substring(1);
        FootnoteProcess.Outcome outcome = FootnoteProcess.on(data)
                .run("sentences", "--json", file.toString())
                .succeeds();
        assertThat(outcome.err()).isEmpty();
        JsonNode sentences = outcome.json();
        assertThat(sentences).hasSizeGreaterThanOrEqualTo(3);
        int n = 0;
        for (JsonNode sentence : sentences) {
            assertThat(sentence.properties().stream().map(Map.Entry::getKey))
                    .containsExactly("n", "start", "end", "text", "citable");
            assertThat(sentence.get("n").asInt()).isEqualTo(++n);
            assertThat(text.substring(
                            sentence.get("start").asInt(), sentence.get("end").asInt()))
                    .isEqualTo(sentence.get("text").asText());
        }
        assertThat(sentences.get(0).get("citable").asBoolean()).isFalse();
        assertThat(sentences.get(n - 1).get("citable").asBoolean()).isTrue();
    }

    @Test
    void claimsAreJudgedInTheirOrder() throws Exception {
        Path file = Files.writeString(temporary.resolve("claims.jsonl"), """
            {"id":"b","claim":"The mill was built in 1820.","evidence":"The mill was built in 1820."}
            {"id":"a","claim":"The mill was built in 1920.","evidence":"The mill was built in 1820."}
            {"id":"c","claim":"Snow fell on Oslo.","evidence":"The mill was built in 1820."}
            """);
        FootnoteProcess.Outcome outcome =
                FootnoteHere.on(data).run("verify", "--jsonl", file.toString()).succeeds();
        assertThat(outcome.jsonLines())
                .extracting(line -> line.get("id").asText())
                .containsExactly("b", "a", "c");
        assertThat(outcome.jsonLines()).allSatisfy(line -> {
            assertThat(line.get("score").asDouble()).isBetween(0.0, 1.0);
            assertThat(line.get("verdict").asText()).isIn("supported", "refuted", "not_enough_info");
            assertThat(line.get("reasons").isArray()).isTrue();
        });
        assertThat(outcome.jsonLines().getFirst().get("verdict").asText()).isEqualTo("supported");
        assertThat(outcome.jsonLines().get(1).get("reasons").toString()).contains("1920");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void anEvaluationPrintsTheFiguresOfEveryKind() throws Exception {
        Path sets = FootnoteProcess.ROOT.resolve("src/test/resources/eval");
        FootnoteProcess.Outcome outcome = FootnoteHere.on(data)
                .run(
                        "eval",
                        "--json",
                        sets.resolve("tiny-questions.jsonl").toString(),
                        sets.resolve("tiny-claims.jsonl").toString(),
                        sets.resolve("tiny-sentences.jsonl").toString())
                .succeeds();
        assertThat(outcome.err()).isEmpty();
        JsonNode report = outcome.json();
        assertThat(report.get("datasets"))
                .extracting(set -> set.get("dataset").asText())
                .containsExactly("tiny-questions", "tiny-claims", "tiny-sentences");
        JsonNode overall = report.get("overall");
        assertThat(overall.get("questions").asInt()).isEqualTo(4);
        for (String figure : new String[] {
            "hit@1",
            "hit@3",
            "mrr",
            "citation_precision",
            "citation_recall",
            "answered",
            "auc",
            "balanced_accuracy",
            "exact",
            "boundary_f1"
        }) {
            assertThat(overall.get(figure).asDouble()).as(figure).isBetween(0.0, 1.0);
        }
        assertThat(overall.get("abstention").has("ece")).isTrue();
        assertThat(overall.get("millis").has("p95")).isTrue();
    }

    @Test
    void predictionsThatCannotBeWrittenAreTold() throws Exception {
        Path questions = Files.copy(
                FootnoteProcess.ROOT.resolve("src/test/resources/eval/tiny-questions.jsonl"),
                temporary.resolve("questions.jsonl"));
        String before = Files.readString(questions);
        FootnoteHere.on(data)
                .run(
                        "eval",
                        "--predictions",
                        temporary.resolve("./questions.jsonl").toString(),
                        questions.toString())
                .fails(1, "--predictions would overwrite", "questions.jsonl");
        assertThat(questions).hasContent(before);
        FootnoteHere.on(data)
                .run(
                        "eval",
                        "--predictions",
                        temporary.resolve("nowhere/p.jsonl").toString(),
                        questions.toString())
                .fails(1, "The predictions cannot be written to", "nowhere");
    }

    @Test
    void resultsThatGetLostAreAFailure() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")), "this system has no /dev/full");
        FootnoteProcess.on(temporary.resolve("lost"))
                .launcher("sh", "-c", "exec ./footnote \"$@\" > /dev/full", "sh")
                .run("sentences", "--json", "config/articles/us-russia-syria-talks.txt")
                .fails(1, "the results could not be written");
    }

    @Test
    void aReaderThatHadEnoughIsNoFailure() throws Exception {
        FootnoteProcess.Outcome outcome = FootnoteProcess.on(data)
                .launcher("sh", "-c", "{ ./footnote \"$@\"; echo $? >&2; } | true", "sh")
                .run("sentences", "config/articles/us-russia-syria-talks.txt");
        assertThat(outcome.err()).endsWith("0\n").doesNotContain("could not be written");
    }

    @Test
    void theDoctorAsksTheModelAndTelegram() throws Exception {
        try (ScriptedChatServer model = ScriptedChatServer.start()
                        .replyWith(request -> ChatReply.completion("{\"works\":true,\"words\":\"one two three\"}"));
                FakeBotApi telegram = FakeBotApi.start()) {
            FootnoteHere doctor = FootnoteHere.on(data)
                    .with("FOOTNOTE_MODEL_PROVIDER", "openai")
                    .with("FOOTNOTE_MODEL_NAME", "some-model")
                    .with("FOOTNOTE_MODEL_BASE_URL", model.requireKey("right").baseUrl())
                    .with("FOOTNOTE_MODEL_API_KEY", "right")
                    .with("FOOTNOTE_TELEGRAM_API_URL", telegram.url())
                    .with("FOOTNOTE_TELEGRAM_TOKEN", FakeBotApi.TOKEN);
            assertThat(doctor.run("doctor").succeeds().out())
                    .containsPattern("ok    model          openai:some-model replied in \\d+ ms; JSON schemas: yes;"
                            + " streaming: yes; cost: unknown, config/prices.yaml has no price for it")
                    .containsPattern("ok    telegram       the token is that of @\\w+");

            doctor.with("FOOTNOTE_MODEL_API_KEY", "wrong")
                    .with("FOOTNOTE_TELEGRAM_TOKEN", "412000001:" + "x".repeat(35));
            FootnoteProcess.Outcome refused = doctor.run("doctor");
            assertThat(refused.status()).isEqualTo(1);
            assertThat(refused.out())
                    .containsPattern("FAILS model .* refuses the key")
                    .containsPattern("FAILS telegram .*refuses the token")
                    .doesNotContain("wrong", "xxx");

            doctor.with("FOOTNOTE_MODEL_BASE_URL", "http://127.0.0.1:1/v1")
                    .with("FOOTNOTE_TELEGRAM_API_URL", "http://127.0.0.1:1");
            assertThat(doctor.run("doctor").out())
                    .containsPattern("FAILS model .* cannot be reached")
                    .containsPattern("FAILS telegram .*cannot be reached");
        }
    }

    @Test
    void theLogHasEveryAnswer() throws Exception {
        FootnoteHere footnote = FootnoteHere.on(data);
        String id = grounded.get("logId").asText();
        FootnoteProcess.Outcome list = footnote.run("log", "list", "--json").succeeds();
        assertThat(list.jsonLines())
                .extracting(entry -> entry.get("logId").asText())
                .containsExactly(abstained.get("logId").asText(), id);
        assertThat(footnote.run("log", "list", "--limit", "1").succeeds().out().lines())
                .singleElement()
                .asString()
                .contains("abstained", UNANSWERABLE);

        String prefix = id.substring(0, 8);
        assertThat(footnote.run("log", "show", prefix).succeeds().out())
                .contains(id, QUESTION, ANSWER, "probability that the article answers");
        assertThat(footnote.run("log", "show", "--json", prefix).succeeds().json())
                .isEqualTo(grounded);
        footnote.run("log", "show", "no-such-id").fails(1, "The log has no answer no-such-id", "log list");

        JsonNode stats = footnote.run("log", "stats", "--json").succeeds().json();
        assertThat(stats.get("answers").asInt()).isEqualTo(2);
        assertThat(stats.get("answered").asInt()).isEqualTo(1);
        assertThat(stats.get("abstained").get("no_relevant_passage").asInt()).isEqualTo(1);
        assertThat(footnote.run("log", "stats").succeeds().out()).contains("answers      2");
    }

    @Test
    void theDoctorSaysThatAllIsWellOrWhatIsNot() throws Exception {
        FootnoteProcess.Outcome well = FootnoteProcess.on(data).run("doctor").succeeds();
        assertThat(well.out().lines()).isNotEmpty().allMatch(line -> line.startsWith("ok "));
        assertThat(well.out()).contains("storage", "encoder", "index", "article", "model", "telegram");
        assertThat(well.err()).isEmpty();

        Path file = Files.writeString(temporary.resolve("in-the-way"), "");
        FootnoteProcess.Outcome ill = FootnoteProcess.on(file)
                .with("FOOTNOTE_ARTICLE_PATH", temporary.resolve("missing.txt"))
                .run("doctor");
        assertThat(ill.status()).isEqualTo(1);
        assertThat(ill.err()).isEmpty();
        assertThat(ill.out())
                .containsPattern("FAILS disk .*in-the-way.*move it")
                .containsPattern("FAILS storage .*in-the-way is a file")
                .containsPattern("FAILS encoder .*in-the-way")
                .containsPattern("FAILS article .*missing.txt")
                .containsPattern("ok    configuration");
    }
}
