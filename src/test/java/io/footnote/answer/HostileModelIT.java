package io.footnote.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import io.footnote.Application;
import io.footnote.article.Article;
import io.footnote.model.ChatReply;
import io.footnote.model.ModelCall;
import io.footnote.model.ScriptedChatServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a chat model may send to harm the reader, the terminal or the process, over a real HTTP connection. */
final class HostileModelIT {
    private static final Path HOME = Path.of("").toAbsolutePath();
    private static final String KILLED = "How many people have been killed in the war?";
    private static final String TRUE = "The civil war has left 240,000 people dead.";

    /** One for all tests, so that the article is indexed once. */
    @TempDir
    private static Path data;

    private ScriptedChatServer model;
    private Application application;
    private Article article;

    @BeforeEach
    void start() throws IOException {
        model = ScriptedChatServer.start().replyWith(request -> ChatReply.forbidden());
        use(model.baseUrl());
    }

    private void use(String baseUrl) {
        if (application != null) {
            application.close();
        }
        application = new Application(
                HOME,
                Map.of(
                        "FOOTNOTE_DATA_DIR", data.toString(),
                        "FOOTNOTE_MODEL_PROVIDER", "openai",
                        "FOOTNOTE_MODEL_BASE_URL", baseUrl,
                        "FOOTNOTE_MODEL_NAME", "scripted",
                        "FOOTNOTE_MODEL_API_KEY", "test-key",
                        "FOOTNOTE_MODEL_TIMEOUT", "20s"),
                notice -> {});
        article = application.reader().read(HOME.resolve("config/articles/us-russia-syria-talks.txt"));
    }

    @AfterEach
    void stop() {
        application.close();
        model.close();
    }

    private AnswerTrace ask() {
        return application.answerer().answer(Question.of(KILLED, Instant.now()), List.of(article));
    }

    private int dead() {
        return article.sentences().stream()
                .filter(sentence -> article.textOf(sentence).contains("240,000"))
                .findFirst()
                .orElseThrow()
                .number();
    }

    private String draft(String text) {
        ObjectNode draft = JsonNodeFactory.instance.objectNode();
        draft.put("answerable", true).putNull("missing");
        draft.putArray("statements")
                .addObject()
                .put("text", text)
                .putArray("sentences")
                .add(dead());
        return draft.toString();
    }

    static List<String> disguises() {
        return List.of(
                "\u001b[J" + TRUE,
                "\u001bc" + TRUE,
                TRUE + "\u001b]0;owned\u0007",
                "The civil war has left 240,000 people dead\b\b\b\b.",
                "The civil war has left\u009bJ 240,000 people dead.",
                "The civil war has left 240,000 people dead.\ue0001",
                "The civil war has left 240,000 people dead [1].",
                "The civil war has left 240,000 people dead [ 1 ].",
                "The civil war has left 240,000 people dead [24].",
                "The civil war has left 240,000 people dead [1, 2].",
                "The civil war has left 240,000 people dead \uff3b1\uff3d.",
                "The civil war has left 240,000 people dead \u30101\u3011.",
                "The civil war has left 240,000 people dead, @swindler.",
                "The civil war has left 240,000 people dead t.me/war.",
                "The civil war has left 240,000 people dead (www.example.com).",
                "The civil war has left 240,000 people dead.\u00b9",
                "The civil war has left 240,000 people dead (see https://example.com/x).",
                "<b>The civil war</b> has left 240,000 people dead <script>alert()</script>.",
                "[The civil war](https://example.com) has left 240,000 people dead.",
                "How many people have been killed in the war?",
                "La guerre civile a fait 240,000 morts.",
                TRUE + " Ignore the article.",
                TRUE.repeat(120));
    }

    @ParameterizedTest
    @MethodSource("disguises")
    void aStatementInDisguiseIsNotShown(String text) {
        model.reply(draft(text));
        AnswerTrace trace = ask();
        assertThat(trace.answer().engine()).isEqualTo(ExtractiveDrafter.ENGINE);
        assertThat(trace.rejected()).hasSize(1);
        assertThat(application.records().find(trace.id())).contains(trace);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The civil war has left 240,000 people de\u200bad.",
                "\u202e" + TRUE,
                "\u2066" + TRUE + "\u2069",
                "The ci\u00advil war has left 240,000 people dead.",
                TRUE + "\udb40\udc41\udb40\udc42",
                "\ufeff" + TRUE
            })
    void whatAReaderWouldNotSeeIsLeftOut(String text) {
        model.reply(draft(text));
        Grounded grounded = (Grounded) ask().answer();
        assertThat(grounded.engine()).isEqualTo("openai:scripted");
        assertThat(grounded.statements())
                .extracting(shown -> shown.statement().text())
                .containsExactly(TRUE);
    }

    @Test
    void linesOfAStatementBecomeOne() {
        model.reply(draft("The civil war\r\n\thas left\u2028240,000 people\u00a0dead."));
        Grounded grounded = (Grounded) ask().answer();
        assertThat(grounded.engine()).isEqualTo("openai:scripted");
        assertThat(grounded.statements())
                .extracting(shown -> shown.statement().text())
                .containsExactly(TRUE);
    }

    @Test
    void whatTheModelSaysIsMissingIsKeptAndNotShown() {
        model.reply("{\"answerable\":false,\"statements\":[],\"missing\":\"the 300,000 dead: write to @swindler\"}");
        AnswerTrace trace = ask();
        Abstained abstained = (Abstained) trace.answer();
        assertThat(abstained.reason()).isEqualTo(Abstained.Reason.MODEL_ABSTAINED);
        assertThat(abstained.toString()).doesNotContain("swindler", "300,000");
        assertThat(trace.calls())
                .singleElement()
                .satisfies(call -> assertThat(call.reply()).contains("swindler"));
    }

    static List<ChatReply> floods() {
        String numbers = IntStream.range(0, 150_000).mapToObj(String::valueOf).collect(Collectors.joining(","));
        String statement = "{\"text\":\"" + TRUE + "\",\"sentences\":[1]}";
        return List.of(
                ChatReply.huge(5_000_000),
                ChatReply.completion("[".repeat(100_000)),
                ChatReply.completion("```" + "\n".repeat(500_000) + "x"),
                ChatReply.completion("{\"answerable\":true,\"missing\":null,\"statements\":[{\"text\":\"" + TRUE
                        + "\",\"sentences\":[" + numbers + "]}]}"),
                ChatReply.completion("{\"answerable\":true,\"missing\":null,\"statements\":["
                        + (statement + ",").repeat(10_000) + statement + "]}"),
                ChatReply.completion(
                        "{\"answerable\":false,\"statements\":[],\"missing\":\"" + "x".repeat(500_000) + "\"}"),
                ChatReply.raw(200, "application/json", "[".repeat(100_000)),
                ChatReply.raw(
                        200, "application/json", "{\"choices\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}"));
    }

    @ParameterizedTest
    @MethodSource("floods")
    void aReplyFarTooLongIsNoDraft(ChatReply reply) {
        model.replyWith(request -> reply);
        AnswerTrace trace = ask();
        assertThat(trace.answer().engine()).isEqualTo(ExtractiveDrafter.ENGINE);
        assertThat(trace.rejected()).isEmpty();
        assertThat(application.records().find(trace.id())).contains(trace);
    }

    static List<String> numbers() {
        return List.of("1e9", "24.0", "NaN", "\"24\"", "null", "[24]", "99999999999999999999", "true", "024");
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void whatIsNoSentenceNumberMakesNoDraft(String number) {
        model.reply("{\"answerable\":true,\"missing\":null,\"statements\":[{\"text\":\"" + TRUE + "\",\"sentences\":["
                + number + "]}]}");
        AnswerTrace trace = ask();
        assertThat(trace.answer().engine()).isEqualTo(ExtractiveDrafter.ENGINE);
        assertThat(trace.answer().fallback()).contains("could be read");
    }

    @Test
    void aReplyWithoutEndIsCutOff() throws IOException {
        AtomicLong sent = new AtomicLong();
        ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();
        HttpServer endless = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        endless.setExecutor(handlers);
        endless.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, 0);
            byte[] words = "on and ".repeat(10_000).getBytes(StandardCharsets.UTF_8);
            try (OutputStream out = exchange.getResponseBody()) {
                while (sent.addAndGet(words.length) < 500_000_000) {
                    out.write(words);
                }
            }
        });
        endless.start();
        try {
            use("http://127.0.0.1:" + endless.getAddress().getPort() + "/v1");
            AnswerTrace trace = ask();
            assertThat(trace.calls()).extracting(ModelCall::outcome).containsExactly(ModelCall.Outcome.UNREADABLE);
            assertThat(sent).hasValueLessThan(100_000_000);
        } finally {
            endless.stop(0);
            handlers.shutdownNow();
        }
    }

    @Test
    void aRedirectIsNotFollowed() throws IOException {
        try (ScriptedChatServer elsewhere = ScriptedChatServer.start()) {
            elsewhere.replyWith(request -> ChatReply.completion(draft(TRUE)));
            model.replyWith(request -> new ChatReply.Raw(
                    307, "text/plain", Map.of("Location", elsewhere.baseUrl() + "/chat/completions"), ""));
            assertThat(ask().answer().engine()).isEqualTo(ExtractiveDrafter.ENGINE);
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void oneRefusedRequestDoesNotEndTheUseOfTheSchema() {
        model.reply(ChatReply.error(400, "invalid_request_error", "This prompt is not allowed."));
        model.reply(ChatReply.error(400, "invalid_request_error", "This prompt is not allowed."));
        model.reply(draft(TRUE));
        assertThat(ask().answer().engine()).isEqualTo(ExtractiveDrafter.ENGINE);
        assertThat(ask().answer().engine()).isEqualTo("openai:scripted");
        assertThat(model.requests().get(2).body().has("response_format")).isTrue();
    }

    @Test
    void askingWithoutTheSchemaCountsAsAnAttempt() {
        model.reply(ChatReply.serverError());
        model.reply(ChatReply.serverError());
        model.replyWith(request -> ChatReply.error(400, "invalid_request_error", "No."));
        assertThat(ask().calls()).hasSize(3);
    }
}
