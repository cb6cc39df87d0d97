package io.footnote.model;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks the server of a chat model for its list of models, which every such server has and none charges for. */
public final class ModelProbe {
    private static final String OPENAI = "https://api.openai.com/v1";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private ModelProbe() {}

    /**
     * Returns when the server answers and does not refuse the key. A server without such a list passes too.
     *
     * @throws ModelUnavailableException when it does not answer within {@code 10} seconds, fails, or refuses the key
     */
    public static void check(ChatEndpoint endpoint) {
        int status = statusOf(endpoint);
        if (status == 401 || status == 403) {
            throw new ModelUnavailableException("The server of " + endpoint.engine() + " refuses the key: set"
                    + " FOOTNOTE_MODEL_API_KEY to one that it takes.");
        }
        if (status >= 500) {
            throw new ModelUnavailableException("The server of " + endpoint.engine() + " fails with status " + status
                    + ": try later, or check model.base-url.");
        }
    }

    private static int statusOf(ChatEndpoint endpoint) {
        String base = endpoint.baseUrl() == null ? OPENAI : endpoint.baseUrl().toString();
        URI models = URI.create(base.replaceAll("/+$", "") + "/models");
        HttpRequest.Builder request = HttpRequest.newBuilder(models).timeout(PATIENCE);
        if (endpoint.apiKey() != null) {
            request.header("Authorization", "Bearer " + endpoint.apiKey());
        }
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(endpoint);
        } catch (IOException e) {
            throw unreachable(endpoint);
        }
    }

    private static ModelUnavailableException unreachable(ChatEndpoint endpoint) {
        return new ModelUnavailableException("The server of " + endpoint.engine()
                + " cannot be reached: check the network and model.base-url, and that it runs.");
    }
}
