package io.footnote.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.footnote.model.ModelCall.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every provider over real HTTP, against a server that speaks the format of its documentation. */
final class ProvidersIT {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> PIECES = List.of("{\"ok\":", "true,\"wo", "rds\":\"für\"}");
    private static final String TEXT = String.join("", PIECES);
    private static final FilledPrompt PROMPT = new FilledPrompt(
            "answer",
            "Say yes.",
            "Is it so?",
            "{\"type\":\"object\",\"properties\":{\"ok\":{\"type\":\"boolean\"}},\"required\":[\"ok\"],"
                    + "\"additionalProperties\":false}",
            "hash");

    private record Refusal(int status, Map<String, String> headers) {}

    private record Seen(String path, JsonNode body, String key) {}

    private final Deque<Refusal> refusals = new ArrayDeque<>();
    private final ConcurrentLinkedQueue<Seen> seen = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private Dialect dialect = Dialect.OPENAI;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        JsonNode body = MAPPER.readTree(exchange.getRequestBody());
        String key = dialect.keyHeader().isEmpty()
                ? ""
                : String.valueOf(exchange.getRequestHeaders().getFirst(dialect.keyHeader()));
        seen.add(new Seen(path, body, key));
        boolean streams = dialect.asksToStream(path, body);
        Refusal refusal = refusals.pollFirst();
        if (!path.equals(dialect.path(streams))) {
            send(exchange, 404, "application/json", dialect.error(404, "no such path"));
        } else if (refusal != null) {
            refusal.headers().forEach(exchange.getResponseHeaders()::set);
            send(exchange, refusal.status(), "application/json", dialect.error(refusal.status(), "refused"));
        } else if (streams) {
            send(exchange, 200, dialect.streamType(), dialect.stream(PIECES));
        } else {
            send(exchange, 200, "application/json", dialect.whole(TEXT));
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private LanguageModel model(Dialect spoken) {
        dialect = spoken;
        return LanguageModel.at(
                new ChatEndpoint(
                        spoken.name().toLowerCase(Locale.ROOT),
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + spoken.base()),
                        "some-model",
                        "test-key",
                        Duration.ofSeconds(5),
                        256),
                Budget.UNLIMITED,
                InstantSource.system());
    }

    @ParameterizedTest
    @EnumSource
    void repliesAsAWhole(Dialect spoken) {
        try (LanguageModel model = model(spoken)) {
            Reply reply = model.ask(PROMPT, null);
            assertThat(reply.text()).isEqualTo(TEXT);
            assertThat(reply.calls()).singleElement().satisfies(call -> {
                assertThat(call.engine()).isEqualTo(spoken.name().toLowerCase(Locale.ROOT) + ":some-model");
                assertThat(call.inputTokens()).isEqualTo(Dialect.INPUT_TOKENS);
                assertThat(call.outputTokens()).isEqualTo(Dialect.OUTPUT_TOKENS);
            });
            assertThat(seen).singleElement().satisfies(request -> {
                assertThat(request.body().toString()).contains("Say yes.", "Is it so?");
                assertThat(dialect.asksForSchema(request.body())).isTrue();
                assertThat(request.key()).endsWith(spoken.keyHeader().isEmpty() ? "" : "test-key");
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void repliesPieceByPiece(Dialect spoken) {
        try (LanguageModel model = model(spoken)) {
            List<String> pieces = new ArrayList<>();
            Reply reply = model.stream(PROMPT, null, pieces::add);
            assertThat(reply.text()).isEqualTo(TEXT);
            assertThat(pieces).hasSizeGreaterThan(1);
            assertThat(String.join("", pieces)).isEqualTo(TEXT);
            assertThat(reply.calls()).singleElement().satisfies(call -> {
                assertThat(call.inputTokens()).isEqualTo(Dialect.INPUT_TOKENS);
                assertThat(call.outputTokens()).isEqualTo(Dialect.OUTPUT_TOKENS);
            });
            assertThat(dialect.asksForSchema(seen.element().body())).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void sayWhyTheyRefuse(Dialect spoken) {
        Map<Integer, Outcome> outcomes = Map.of(
                401, Outcome.FORBIDDEN,
                403, Outcome.FORBIDDEN,
                404, Outcome.NOT_FOUND,
                307, Outcome.REJECTED);
        outcomes.forEach((status, outcome) -> {
            for (boolean streaming : List.of(false, true)) {
                try (LanguageModel model = model(spoken)) {
                    refusals.clear();
                    for (int attempt = 0; attempt < LanguageModel.MAX_ATTEMPTS; attempt++) {
                        refusals.add(new Refusal(status, Map.of("Location", "http://127.0.0.1:1/")));
                    }
                    assertThatThrownBy(() -> ask(model, streaming))
                            .isInstanceOfSatisfying(
                                    ModelException.class,
                                    failure -> assertThat(failure.calls())
                                            .as(status + (streaming ? " streaming" : ""))
                                            .allMatch(call -> call.outcome() == outcome));
                }
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void areAskedAgainAfterAFailureThatPasses(Dialect spoken) {
        for (boolean streaming : List.of(false, true)) {
            try (LanguageModel model = model(spoken)) {
                refusals.add(new Refusal(429, Map.of()));
                refusals.add(new Refusal(spoken == Dialect.ANTHROPIC ? 529 : 503, Map.of()));
                assertThat(ask(model, streaming).calls())
                        .extracting(ModelCall::outcome)
                        .containsExactly(Outcome.RATE_LIMITED, Outcome.SERVER_FAILED, Outcome.REPLIED);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void areNotAskedAgainBeforeTheyWantTo(Dialect spoken) {
        for (boolean streaming : List.of(false, true)) {
            try (LanguageModel model = model(spoken)) {
                refusals.add(new Refusal(429, Map.of("Retry-After", "3600")));
                assertThatThrownBy(() -> ask(model, streaming))
                        .isInstanceOfSatisfying(
                                ModelException.class,
                                failure -> assertThat(failure.calls()).hasSize(1));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatTakesNoSchemaIsAskedWithoutOneFromThenOn(Dialect spoken) {
        try (LanguageModel model = model(spoken)) {
            refusals.add(new Refusal(400, Map.of()));
            assertThat(ask(model, true).text()).isEqualTo(TEXT);
            assertThat(ask(model, true).calls()).hasSize(1);
            assertThat(seen)
                    .extracting(request -> dialect.asksForSchema(request.body()))
                    .containsExactly(true, false, false);
        }
    }

    private static Reply ask(LanguageModel model, boolean streaming) {
        return streaming ? model.stream(PROMPT, null, piece -> {}) : model.ask(PROMPT, null);
    }
}
