package io.footnote.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.footnote.storage.Inbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The endpoint that Telegram calls. */
class WebhookIT {
    private static final String UPDATE = "{\"update_id\":7,\"message\":{\"chat\":{\"id\":5},\"from\":{\"id\":5}}}";

    private final Inbox inbox = mock(Inbox.class);
    private final WebhookEndpoint endpoint = new WebhookEndpoint(
            412,
            new BotOptions.Webhook(URI.create("https://bot.example.org/updates"), "right-secret", "127.0.0.1", 0),
            inbox,
            () -> Instant.EPOCH,
            new Bell());

    @AfterEach
    void close() {
        endpoint.close();
    }

    private int post(String path, String secret, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoint.port() + path))
                .header("X-Telegram-Bot-Api-Secret-Token", secret)
                .POST(BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void anUpdateIsStoredBeforeItIsConfirmed() throws Exception {
        assertThat(post("/updates", "right-secret", UPDATE)).isEqualTo(200);

        verify(inbox, times(1)).add(anyLong(), any(), any());
    }

    @Test
    void whoeverDoesNotKnowTheSecretOrThePlaceStoresNothing() throws Exception {
        assertThat(post("/updates", "wrong-secret", UPDATE)).isEqualTo(401);
        assertThat(post("/updates", "right-secre", UPDATE)).isEqualTo(401);
        assertThat(post("/elsewhere", "right-secret", UPDATE)).isEqualTo(404);
        assertThat(post("/updates", "right-secret", "no JSON")).isEqualTo(400);
        assertThat(post("/updates", "right-secret", "[]")).isEqualTo(400);

        verify(inbox, times(0)).add(anyLong(), any(), any());
    }

    @Test
    void aBodyOfTheGreatestLengthIsTakenAndALongerOneIsNot() throws Exception {
        String fitting = UPDATE + " ".repeat(WebhookEndpoint.MAX_BODY - UPDATE.length());

        assertThat(post("/updates", "right-secret", fitting)).isEqualTo(200);
        assertThat(post("/updates", "right-secret", fitting + " ")).isEqualTo(413);
    }

    @Test
    void telegramIsToldToCallAgainWhileTheStoreIsDown() throws Exception {
        doThrow(new IllegalStateException("down")).doNothing().when(inbox).add(anyLong(), any(), any());

        assertThat(post("/updates", "right-secret", UPDATE)).isEqualTo(503);
        assertThat(post("/updates", "right-secret", UPDATE)).isEqualTo(200);
    }
}
