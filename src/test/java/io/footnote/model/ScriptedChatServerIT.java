package io.footnote.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel.OpenAiChatModelBuilder;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.output.FinishReason;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The server seen through LangChain4j's client, and on the wire where that hides something. */
class ScriptedChatServerIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String JSON = "{\"statements\":[{\"text\":\"Two died. “É”\",\"sentences\":[1]}]}";

    private final ScriptedChatServer server = ScriptedChatServer.start();

    ScriptedChatServerIT() throws IOException {}

    @AfterEach
    void closes() {
        server.close();
    }

    @Test
    void repliesAsScriptedWithTokens() {
        server.reply(ChatReply.completion(JSON).withUsage(321, 45));

        ChatResponse response = model().build().chat(new SystemMessage("Be brief."), new UserMessage("Who died?"));

        assertThat(response.aiMessage().text()).isEqualTo(JSON);
        assertThat(response.finishReason()).isEqualTo(FinishReason.STOP);
        assertThat(response.tokenUsage().inputTokenCount()).isEqualTo(321);
        assertThat(response.tokenUsage().outputTokenCount()).isEqualTo(45);
        assertThat(server.requests()).singleElement().satisfies(request -> {
            assertThat(request.key()).isEqualTo("secret");
            assertThat(request.body().path("model").asText()).isEqualTo("scripted");
            assertThat(request.messages("system")).containsExactly("Be brief.");
            assertThat(request.messages("user")).containsExactly("Who died?");
        });
    }

    @Test
    void seesTheSchemaThatAReplyShouldHave() {
        JsonObjectSchema schema =
                JsonObjectSchema.builder().addStringProperty("text").build();
        server.reply("{}");

        model().build()
                .chat(ChatRequest.builder()
                        .messages(new UserMessage("Who?"))
                        .responseFormat(ResponseFormat.builder()
                                .type(ResponseFormatType.JSON)
                                .jsonSchema(JsonSchema.builder()
                                        .name("draft")
                                        .rootElement(schema)
                                        .build())
                                .build())
                        .build());

        assertThat(server.requests()
                        .getFirst()
                        .body()
                        .at("/response_format/json_schema/schema/properties/text/type")
                        .asText())
                .isEqualTo("string");
    }

    @Test
    void followsTheScriptThenMakesRepliesFromRequests() {
        server.reply("first")
                .replyWith(request -> ChatReply.completion(
                        "echo " + request.at("/messages/0/content").asText()));
        ChatModel model = model().build();

        assertThat(model.chat("a")).isEqualTo("first");
        assertThat(model.chat("b")).isEqualTo("echo b");
        assertThat(model.chat("c")).isEqualTo("echo c");
    }

    @Test
    void stopsInTheMiddleWhenTokensRanOut() {
        server.reply(ChatReply.truncated(JSON, 20));

        ChatResponse response = model().build().chat(new UserMessage("Who?"));

        assertThat(response.aiMessage().text()).isEqualTo(JSON.substring(0, 20));
        assertThat(response.finishReason()).isEqualTo(FinishReason.LENGTH);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(ChatReply.wrongKey(), AuthenticationException.class),
                Arguments.of(ChatReply.forbidden(), AuthenticationException.class),
                Arguments.of(ChatReply.unknownModel(), ModelNotFoundException.class),
                Arguments.of(ChatReply.rateLimited(), RateLimitException.class),
                Arguments.of(ChatReply.rateLimited(SOON), RateLimitException.class),
                Arguments.of(ChatReply.serverError(), InternalServerException.class),
                Arguments.of(ChatReply.error(400, "invalid_request_error", "No."), InvalidRequestException.class));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesAsTheRealServersDo(ChatReply refusal, Class<? extends Exception> expected) {
        server.reply(refusal);

        assertThatThrownBy(() -> model().build().chat("Who?")).isInstanceOf(expected);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void saysHowLongToWaitInAHeader() throws Exception {
        server.reply(ChatReply.rateLimited(Duration.ofSeconds(20)));

        HttpResponse<String> response = post("{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]}");

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Retry-After")).contains("20");
    }

    @Test
    void requiresTheKeyItWasTold() {
        server.requireKey("another").replyWith(request -> ChatReply.completion("in"));

        assertThatThrownBy(() -> model().build().chat("Who?")).isInstanceOf(AuthenticationException.class);
        assertThat(model().apiKey("another").build().chat("Who?")).isEqualTo("in");
    }

    @Test
    void outlastsTheClientsPatience() {
        server.reply(ChatReply.completion("late").after(Duration.ofMinutes(10)));

        assertThatThrownBy(() -> model().timeout(Duration.ofMillis(200)).build().chat("Who?"))
                .isInstanceOf(TimeoutException.class);
    }

    static Stream<ChatReply> brokenConnections() {
        return Stream.of(
                ChatReply.dropped(),
                ChatReply.completion(JSON).cutOffAfter(30),
                ChatReply.serverError().cutOffAfter(0));
    }

    @ParameterizedTest
    @MethodSource("brokenConnections")
    void breaksTheConnection(ChatReply reply) {
        server.reply(reply);

        assertThatThrownBy(() -> model().build().chat("Who?")).hasRootCauseInstanceOf(IOException.class);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void answersWithSomethingElseThanACompletion() {
        server.reply(ChatReply.raw(200, "text/html", "<html>Please log in</html>"));

        assertThatThrownBy(() -> model().build().chat("Who?")).isInstanceOf(RuntimeException.class);
    }

    @Test
    void sendsHugeRepliesAndSlowOnesWhole() {
        server.reply(ChatReply.huge(2_000_000)).reply(ChatReply.completion(JSON).trickling(25, Duration.ofMillis(1)));
        ChatModel model = model().build();

        assertThat(model.chat("Go on.")).hasSize(2_000_000).startsWith("on and on and");
        assertThat(model.chat("Slowly.")).isEqualTo(JSON);
    }

    @Test
    void streamsEventsWithTokensAtTheEnd() throws Exception {
        server.reply(ChatReply.completion(JSON).withUsage(7, 8));
        List<String> pieces = new ArrayList<>();
        CompletableFuture<ChatResponse> whole = new CompletableFuture<>();

        OpenAiStreamingChatModel.builder()
                .baseUrl(server.baseUrl())
                .apiKey("secret")
                .modelName("scripted")
                .build()
                .chat("Who?", new StreamingChatResponseHandler() {
                    @Override
                    public void onPartialResponse(String piece) {
                        pieces.add(piece);
                    }

                    @Override
                    public void onCompleteResponse(ChatResponse response) {
                        whole.complete(response);
                    }

                    @Override
                    public void onError(Throwable error) {
                        whole.completeExceptionally(error);
                    }
                });

        ChatResponse response = whole.get(20, TimeUnit.SECONDS);
        assertThat(response.aiMessage().text()).isEqualTo(JSON);
        assertThat(response.tokenUsage().totalTokenCount()).isEqualTo(15);
        assertThat(pieces).hasSizeGreaterThan(2);
        assertThat(String.join("", pieces)).isEqualTo(JSON);
        assertThat(server.requests().getFirst().streams()).isTrue();
    }

    @Test
    void countsHowManyRequestsWereUnderWayAtOnce() throws Exception {
        CountDownLatch all = new CountDownLatch(5);
        server.replyWith(request -> {
            all.countDown();
            try {
                return ChatReply.completion(String.valueOf(all.await(20, TimeUnit.SECONDS)));
            } catch (InterruptedException e) {
                return ChatReply.dropped();
            }
        });
        ChatModel model = model().build();
        List<Future<String>> replies = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 5; i++) {
                replies.add(threads.submit(() -> model.chat("Who?")));
            }
            assertThat(server.awaitRequests(5, SOON)).hasSize(5);
        }

        for (Future<String> reply : replies) {
            assertThat(reply.get()).isEqualTo("true");
        }
        assertThat(server.maxInFlight()).isEqualTo(5);
        assertThat(model.chat("Alone?")).isEqualTo("true");
        assertThat(server.maxInFlight()).isEqualTo(5);
    }

    @Test
    void refusesWhatIsNotARequestForACompletion() throws Exception {
        assertThat(post("nonsense").statusCode()).isEqualTo(400);
        assertThat(post("{\"model\":\"m\",\"messages\":[]}").statusCode()).isEqualTo(400);
        assertThat(get("/models").body()).contains("\"scripted\"");
        assertThat(get("/chat/completions").statusCode()).isEqualTo(405);
        assertThat(get("/engines").statusCode()).isEqualTo(404);
    }

    @Test
    void failsWhenNothingIsScripted() throws Exception {
        HttpResponse<String> response = post("{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]}");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(new ObjectMapper()
                        .readTree(response.body())
                        .at("/error/message")
                        .asText())
                .isEqualTo("Nothing is scripted for this request.");
    }

    @Test
    void saysHowManyRequestsItWaitedForInVain() {
        assertThatThrownBy(() -> server.awaitRequests(1, Duration.ofMillis(1)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("waited 1 ms in vain for 1 requests, got 0");
    }

    private OpenAiChatModelBuilder model() {
        return OpenAiChatModel.builder()
                .baseUrl(server.baseUrl())
                .apiKey("secret")
                .modelName("scripted")
                .timeout(SOON)
                .maxRetries(0);
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return send(request("/chat/completions").POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.baseUrl() + path)).header("Content-Type", "application/json");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }
}
