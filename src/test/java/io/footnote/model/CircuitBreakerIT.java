package io.footnote.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that fails again and again is left alone, and tried once after a while. */
final class CircuitBreakerIT {
    private static final FilledPrompt PROMPT =
            new FilledPrompt("answer", "Say yes.", "Is it so?", "{\"type\":\"object\"}", "hash");

    private Instant now = Instant.parse("2026-11-26T12:00:00Z");
    private ScriptedChatServer server;
    private LanguageModel model;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedChatServer.start().replyWith(request -> ChatReply.forbidden());
        model = LanguageModel.at(
                new ChatEndpoint("openai", URI.create(server.baseUrl()), "scripted", null, Duration.ofSeconds(30), 100),
                Budget.UNLIMITED,
                () -> now);
    }

    @AfterEach
    void stop() {
        model.close();
        server.close();
    }

    private void fails(String message) {
        assertThatThrownBy(() -> model.ask(PROMPT, null))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(message);
    }

    private void open() {
        for (int failure = 0; failure < LanguageModel.FAILURES_TO_OPEN; failure++) {
            fails("key");
        }
    }

    @Test
    void afterSoManyFailuresTheServerIsLeftAlone() {
        open();
        assertThat(server.requests()).hasSize(LanguageModel.FAILURES_TO_OPEN);
        fails("left alone for a while");
        assertThat(server.requests()).hasSize(LanguageModel.FAILURES_TO_OPEN);
    }

    @Test
    void itIsTriedOnceWhenTheTimeIsOverAndUsedAgainWhenItReplies() {
        open();
        now = now.plusSeconds(LanguageModel.OPEN_SECONDS - 1);
        fails("left alone for a while");
        now = now.plusSeconds(2);
        fails("key");
        fails("left alone for a while");
        assertThat(server.requests()).hasSize(LanguageModel.FAILURES_TO_OPEN + 1);
        server.replyWith(request -> ChatReply.completion("yes"));
        now = now.plusSeconds(LanguageModel.OPEN_SECONDS + 1);
        assertThat(model.ask(PROMPT, null).text()).isEqualTo("yes");
        assertThat(model.ask(PROMPT, null).text()).isEqualTo("yes");
    }
}
