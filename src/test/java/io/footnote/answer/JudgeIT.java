package io.footnote.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.footnote.Application;
import io.footnote.article.Article;
import io.footnote.model.ChatReply;
import io.footnote.model.ChatRequest;
import io.footnote.model.ScriptedChatServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model as judge of what passed the gate: it can refuse, and where it says nothing the gate's verdict stands. */
final class JudgeIT {
    private static final Path HOME = Path.of("").toAbsolutePath();
    private static final String TRUE = "The civil war has left 240,000 people dead.";

    @TempDir
    private static Path data;

    private ScriptedChatServer model;
    private Application application;
    private Article article;
    private String verdict = "{\"supported\": true, \"reason\": null}";

    @BeforeEach
    void start() throws IOException {
        model = ScriptedChatServer.start().replyWith(this::reply);
        application = new Application(
                HOME,
                Map.of(
                        "FOOTNOTE_DATA_DIR", data.toString(),
                        "FOOTNOTE_MODEL_PROVIDER", "openai",
                        "FOOTNOTE_MODEL_BASE_URL", model.baseUrl(),
                        "FOOTNOTE_MODEL_NAME", "scripted",
                        "FOOTNOTE_GATE_JUDGE", "true"),
                notice -> {});
        article = application.reader().read(HOME.resolve("config/articles/us-russia-syria-talks.txt"));
    }

    @AfterEach
    void stop() {
        application.close();
        model.close();
    }

    private ChatReply reply(JsonNode body) {
        if (judged(new ChatRequest(body, Map.of(), Instant.EPOCH))) {
            return ChatReply.completion(verdict);
        }
        int dead = article.sentences().stream()
                .filter(sentence -> article.textOf(sentence).contains("240,000"))
                .findFirst()
                .orElseThrow()
                .number();
        return ChatReply.completion("{\"answerable\":true,\"statements\":[{\"text\":\"" + TRUE
                + "\",\"gloss\":null,\"sentences\":[" + dead + "]}],\"missing\":null}");
    }

    private static boolean judged(ChatRequest request) {
        return request.messages("system").getFirst().startsWith("You check one statement");
    }

    private AnswerTrace ask() {
        return application.answerer().answer(Question.of("How many people died?", Instant.now()), List.of(article));
    }

    @Test
    void itSeesTheStatementAndItsSentencesAndWhatItPassesIsShown() {
        AnswerTrace trace = ask();
        assertThat(trace.answer().engine()).isEqualTo("openai:scripted");
        ChatRequest asked =
                model.requests().stream().filter(JudgeIT::judged).findFirst().orElseThrow();
        assertThat(asked.messages("user").getFirst()).contains(TRUE, "240,000");
        assertThat(trace.calls()).extracting("task").containsExactlyInAnyOrder("answer", "judge");
    }

    @Test
    void whatItRefusesIsNotShownAndTheLogSaysWhy() {
        verdict = "{\"supported\": false, \"reason\": \"the number is an estimate\"}";
        AnswerTrace trace = ask();
        assertThat(trace.answer().engine()).isEqualTo(ExtractiveDrafter.ENGINE);
        assertThat(trace.rejected().getFirst().reasons())
                .containsExactly("the judge finds it unsupported: the number is an estimate");
        assertThat(trace.steps()).extracting(Step::kind).contains(Step.Kind.REPAIR_ASKED, Step.Kind.DROPPED);
    }

    @Test
    void whereItGivesNoVerdictTheGatesStands() {
        verdict = "It looks fine to me.";
        AnswerTrace trace = ask();
        assertThat(trace.answer().engine()).isEqualTo("openai:scripted");
        assertThat(trace.steps()).anySatisfy(step -> assertThat(step.kind()).isEqualTo(Step.Kind.NOT_JUDGED));
    }
}
