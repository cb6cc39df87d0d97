package io.footnote.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one tiny call tells an operator about the chat model. */
final class ModelProbeIT {
    private static final FilledPrompt PROMPT =
            new FilledPrompt(ModelProbe.TASK, "Say yes.", "Is it so?", "{\"type\":\"object\"}", "hash");

    private ScriptedChatServer server;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedChatServer.start().replyWith(request -> ChatReply.completion("{\"ok\": true, \"words\": 3}"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private ModelProbe probe(Prices prices) {
        ChatEndpoint endpoint =
                new ChatEndpoint("openai", URI.create(server.baseUrl()), "scripted", null, Duration.ofSeconds(5), 100);
        Budget budget = new Budget(prices, Spending.UNRECORDED, null, null, InstantSource.system());
        try (LanguageModel model = LanguageModel.at(endpoint, budget, InstantSource.system())) {
            return ModelProbe.of(model, PROMPT);
        }
    }

    @Test
    void aServerThatTakesSchemasAndStreamsIsSaidToDoBoth() {
        ModelProbe probe = probe(Prices.NONE);
        assertThat(probe.words())
                .startsWith("openai:scripted replied in ")
                .contains("JSON schemas: yes", "streaming: yes", "cost: unknown, config/prices.yaml");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aServerThatTakesNoSchemaIsAskedAgainWithoutIt() {
        server.replyWith(request -> request.has("response_format")
                ? ChatReply.error(400, "invalid_request_error", "response_format is not supported")
                : ChatReply.completion("{\"ok\": true, \"words\": 3}"));
        ModelProbe probe = probe(Prices.NONE);
        assertThat(probe.schemas()).isFalse();
        assertThat(probe.words()).contains("JSON schemas: no");
    }

    @Test
    void whatTheCallCostIsTold() {
        Prices prices =
                new Prices(Map.of("openai:scripted", new Prices.Price(new BigDecimal("10"), new BigDecimal("20"))));
        server.replyWith(request -> ChatReply.completion("yes").withUsage(100, 50));
        assertThat(probe(prices).costMicrodollars()).isEqualTo(100 * 10 + 50 * 20);
    }

    @ParameterizedTest
    @CsvSource({"401,FOOTNOTE_MODEL_API_KEY", "404,model.name"})
    void aFailureSaysWhatToDo(int status, String advice) {
        server.replyWith(request -> ChatReply.error(status, "invalid_request_error", "no"));
        assertThatThrownBy(() -> probe(Prices.NONE))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining(advice);
    }

    @Test
    void aServerThatIsNotThereSaysSo() {
        server.close();
        assertThatThrownBy(() -> probe(Prices.NONE))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining("cannot be reached");
    }
}
