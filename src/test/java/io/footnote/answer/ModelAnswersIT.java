package io.footnote.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.Application;
import io.footnote.article.Article;
import io.footnote.article.Sentence;
import io.footnote.grounding.CheckedStatement;
import io.footnote.model.ChatReply;
import io.footnote.model.ModelCall;
import io.footnote.model.ScriptedChatServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole way of a question with a chat model at the other end of a real HTTP connection. */
final class ModelAnswersIT {
    private static final Path HOME = Path.of("").toAbsolutePath();
    private static final String KILLED = "How many people have been killed in the war?";
    private static final String UNANSWERABLE = "What is the population of Damascus?";

    /** One for all tests, so that the article is indexed once. */
    @TempDir
    private static Path data;

    private ScriptedChatServer model;
    private Application application;
    private Article article;

    @BeforeEach
    void start() throws IOException {
        model = ScriptedChatServer.start().requireKey("test-key").replyWith(request -> ChatReply.forbidden());
        application = new Application(
                HOME,
                Map.of(
                        "FOOTNOTE_DATA_DIR", data.toString(),
                        "FOOTNOTE_MODEL_PROVIDER", "openai",
                        "FOOTNOTE_MODEL_BASE_URL", model.baseUrl(),
                        "FOOTNOTE_MODEL_NAME", "scripted",
                        "FOOTNOTE_MODEL_API_KEY", "test-key",
                        "FOOTNOTE_MODEL_TIMEOUT", "3s"),
                notice -> {});
        article = application.reader().read(HOME.resolve("config/articles/us-russia-syria-talks.txt"));
    }

    @AfterEach
    void stop() {
        application.close();
        model.close();
    }

    private AnswerTrace ask(String question) {
        return application.answerer().answer(Question.of(question, Instant.now()), List.of(article));
    }

    private int sentenceWith(String words) {
        return article.sentences().stream()
                .filter(sentence -> article.textOf(sentence).contains(words))
                .findFirst()
                .orElseThrow()
                .number();
    }

    private static String draft(String text, Object sentences) {
        return "{\"answerable\":true,\"statements\":[{\"text\":\"" + text + "\",\"sentences\":" + sentences
                + "}],\"missing\":null}";
    }

    /** Whatever a model says, a reader sees sentences of the article or what the gate has let through. */
    private void showsOnlyTheArticle(AnswerTrace trace) {
        assertThat(trace.answer().engine()).isEqualTo(ExtractiveDrafter.ENGINE);
        assertThat(trace.answer().fallback()).startsWith("the language model").doesNotContain("test-key");
        if (trace.answer() instanceof Grounded grounded) {
            assertThat(grounded.statements())
                    .allSatisfy(shown -> assertThat(article.sentences().stream().map(article::textOf))
                            .contains(shown.statement().text()));
        }
        assertThat(application.records().find(trace.id())).contains(trace);
    }

    @Test
    void aGroundedDraftComesOutWithItsCitations() {
        int dead = sentenceWith("240,000");
        model.reply(draft("The civil war has left 240,000 people dead.", List.of(dead)));
        AnswerTrace trace = ask(KILLED);
        Grounded grounded = (Grounded) trace.answer();
        assertThat(grounded.engine()).isEqualTo("openai:scripted");
        assertThat(grounded.fallback()).isNull();
        assertThat(grounded.statements())
                .extracting(shown -> shown.statement().text())
                .containsExactly("The civil war has left 240,000 people dead.");
        assertThat(grounded.sources()).extracting(Source::sentence).containsExactly(dead);
        assertThat(trace.calls()).singleElement().satisfies(call -> {
            assertThat(call.outcome()).isEqualTo(ModelCall.Outcome.REPLIED);
            assertThat(call.promptHash()).hasSize(64);
            assertThat(call.inputTokens()).isPositive();
            assertThat(call.outputTokens()).isPositive();
        });
        assertThat(application.records().find(trace.id())).contains(trace);
    }

    @Test
    void theModelSeesEverySentenceByItsNumberAndTheSchema() {
        model.reply(draft("The civil war has left 240,000 people dead.", List.of(sentenceWith("240,000"))));
        ask(KILLED);
        var request = model.requests().getFirst();
        String shown = String.join("\n", request.messages("user"));
        for (Sentence sentence : article.sentences()) {
            if (sentence.citable()) {
                assertThat(shown).contains("[" + sentence.number() + "] ");
            }
        }
        assertThat(shown).contains(KILLED);
        assertThat(request.body()
                        .at("/response_format/json_schema/schema/required/0")
                        .asText())
                .isEqualTo("answerable");
    }

    static List<String> lies() {
        return List.of(
                "The civil war has left 340,000 people dead.",
                "The civil war has left two million people dead.",
                "The civil war has left 240,000 people dead in Turkey.",
                "Lavrov said that the civil war has left 240,000 people dead.",
                "The civil war has not left 240,000 people dead.",
                "A war that began in March 2011 has left 240,000 people dead.",
                "As an envoy put it, \\\"240,000 people dead is a disgrace\\\".");
    }

    @ParameterizedTest
    @MethodSource("lies")
    void aStatementThatItsSentenceDoesNotSupportIsNotShown(String lie) {
        model.reply(draft(lie, List.of(sentenceWith("240,000"))));
        AnswerTrace trace = ask(KILLED);
        showsOnlyTheArticle(trace);
        assertThat(trace.rejected())
                .singleElement()
                .satisfies(rejected -> assertThat(rejected.reasons()).isNotEmpty());
    }

    @Test
    void aSentenceThatDoesNotExistIsReplacedByTheOneThatSupportsTheStatement() {
        model.reply(draft("The civil war has left 240,000 people dead.", List.of(999)));
        AnswerTrace trace = ask(KILLED);
        isCitedAnew(trace);
        assertThat(trace.rejected())
                .flatExtracting(CheckedStatement::reasons)
                .anyMatch(reason -> reason.contains("999"));
    }

    @Test
    void aStatementWithoutCitationGetsTheOneThatSupportsIt() {
        model.reply(draft("The civil war has left 240,000 people dead.", List.of()));
        isCitedAnew(ask(KILLED));
    }

    @Test
    void aWrongPointerIsReplacedAndTheLogSaysSo() {
        model.reply(draft("The civil war has left 240,000 people dead.", List.of(sentenceWith("Latakia"))));
        AnswerTrace trace = ask(KILLED);
        isCitedAnew(trace);
        assertThat(application.records().find(trace.id())).contains(trace);
    }

    private void isCitedAnew(AnswerTrace trace) {
        Grounded grounded = (Grounded) trace.answer();
        assertThat(grounded.engine()).isEqualTo("openai:scripted");
        assertThat(grounded.sources()).extracting(Source::sentence).containsExactly(sentenceWith("240,000"));
        assertThat(trace.rejected()).hasSize(1);
        assertThat(trace.steps())
                .singleElement()
                .satisfies(step -> assertThat(step.kind()).isEqualTo(Step.Kind.RE_CITED));
    }

    @Test
    void theTrueStatementsOfADraftAreKeptWithoutTheFalseOnes() {
        int dead = sentenceWith("240,000");
        model.reply("{\"answerable\":true,\"missing\":null,\"statements\":["
                + "{\"text\":\"The civil war has left 240,000 people dead.\",\"sentences\":[" + dead + "]},"
                + "{\"text\":\"It has cost nine billion dollars.\",\"sentences\":[" + dead + "]}]}");
        AnswerTrace trace = ask(KILLED);
        assertThat(((Grounded) trace.answer()).statements())
                .extracting(shown -> shown.statement().text())
                .containsExactly("The civil war has left 240,000 people dead.");
        assertThat(trace.rejected())
                .extracting(rejected -> rejected.statement().text())
                .containsExactly("It has cost nine billion dollars.");
    }

    static List<ChatReply> nonsense() {
        return List.of(
                ChatReply.completion("The war has killed 240,000 people [24]."),
                ChatReply.truncated(draft("The civil war has left 240,000 people dead.", List.of(24)), 40),
                ChatReply.completion("{\"answerable\":\"yes\",\"statements\":[],\"missing\":null}"),
                ChatReply.completion(draft("The civil war has left 240,000 people dead.", "\"24\"")),
                ChatReply.completion(draft("The civil war has left 240,000 people dead.", "[\"24\"]")),
                ChatReply.completion(draft("The civil war has left 240,000 people dead.", "[24.5]")),
                ChatReply.completion("{\"answerable\":true,\"statements\":[],\"missing\":null}"),
                ChatReply.completion(draft("   ", List.of(24))),
                ChatReply.completion("[]"),
                ChatReply.completion("null"),
                ChatReply.completion(""),
                ChatReply.raw(200, "text/html", "<html>hello</html>"));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void aReplyThatIsNoDraftIsNotShown(ChatReply reply) {
        model.reply(reply);
        AnswerTrace trace = ask(KILLED);
        showsOnlyTheArticle(trace);
        assertThat(trace.answer()).isInstanceOf(Grounded.class);
        assertThat(trace.calls()).isNotEmpty();
    }

    @Test
    void aModelThatDoesNotKnowIsBelieved() {
        model.reply("{\"answerable\":false,\"statements\":[],\"missing\":\"how many people live in Damascus\"}");
        AnswerTrace trace = ask(UNANSWERABLE);
        Abstained abstained = (Abstained) trace.answer();
        assertThat(abstained.reason()).isEqualTo(Abstained.Reason.MODEL_ABSTAINED);
        assertThat(abstained.missing()).isEqualTo("population, Damascus");
        assertThat(abstained.nearest()).isNotEmpty();
    }

    @Test
    void aConfidentAnswerToAnUnanswerableQuestionIsNotShown() {
        model.reply(draft("Damascus has two million inhabitants.", List.of(sentenceWith("four million"))));
        AnswerTrace trace = ask(UNANSWERABLE);
        assertThat(trace.answer()).isInstanceOf(Abstained.class);
        assertThat(((Abstained) trace.answer()).reason()).isEqualTo(Abstained.Reason.NOTHING_SUPPORTED);
        assertThat(trace.rejected()).hasSize(1);
        showsOnlyTheArticle(trace);
    }

    @Test
    void aModelThatIsLateIsNotWaitedFor() {
        model.reply(ChatReply.completion("{}").after(Duration.ofSeconds(30)));
        AnswerTrace trace = ask(KILLED);
        showsOnlyTheArticle(trace);
        assertThat(trace.answer().fallback()).contains("in time");
        assertThat(trace.calls()).extracting(ModelCall::outcome).containsExactly(ModelCall.Outcome.TIMED_OUT);
    }

    @Test
    void aModelThatTricklesIsNotWaitedFor() {
        model.reply(ChatReply.completion(draft("The civil war has left 240,000 people dead.", List.of(24)))
                .trickling(1, Duration.ofSeconds(1)));
        AnswerTrace trace = ask(KILLED);
        showsOnlyTheArticle(trace);
        assertThat(trace.calls()).extracting(ModelCall::outcome).containsExactly(ModelCall.Outcome.TIMED_OUT);
    }

    @Test
    void aPassingFailureIsTriedAgainAndBothCallsAreKept() {
        model.reply(ChatReply.serverError());
        model.reply(draft("The civil war has left 240,000 people dead.", List.of(sentenceWith("240,000"))));
        AnswerTrace trace = ask(KILLED);
        assertThat(trace.answer().engine()).isEqualTo("openai:scripted");
        assertThat(trace.calls())
                .extracting(ModelCall::outcome)
                .containsExactly(ModelCall.Outcome.SERVER_FAILED, ModelCall.Outcome.REPLIED);
    }

    @Test
    void aServerThatTakesNoSchemaIsAskedWithoutOne() {
        model.reply(ChatReply.error(400, "invalid_request_error", "response_format is not supported"));
        model.reply(draft("The civil war has left 240,000 people dead.", List.of(sentenceWith("240,000"))));
        AnswerTrace trace = ask(KILLED);
        assertThat(trace.answer().engine()).isEqualTo("openai:scripted");
        assertThat(model.requests().get(1).body().has("response_format")).isFalse();
    }

    static List<ChatReply> refusals() {
        return List.of(
                ChatReply.wrongKey(),
                ChatReply.forbidden(),
                ChatReply.unknownModel(),
                ChatReply.rateLimited(),
                ChatReply.serverError(),
                ChatReply.dropped());
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aModelThatCannotBeHadIsSaidToBeSo(ChatReply refusal) {
        model.replyWith(request -> refusal);
        AnswerTrace trace = ask(KILLED);
        showsOnlyTheArticle(trace);
        assertThat(trace.answer()).isInstanceOf(Grounded.class);
        assertThat(trace.calls()).isNotEmpty().hasSizeLessThanOrEqualTo(3);
        assertThat(trace.calls()).extracting(ModelCall::outcome).doesNotContain(ModelCall.Outcome.REPLIED);
    }
}
