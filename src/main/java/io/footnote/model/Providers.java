package io.footnote.model;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.time.Duration;

/** LangChain4j's client for each provider. */
final class Providers {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /** What a server without a key is given, since the client insists on one. */
    private static final String NO_KEY = "none";

    private Providers() {}

    /** @throws IllegalArgumentException when no client is built in for the provider */
    static ChatModel chatModel(ChatEndpoint endpoint) {
        return switch (endpoint.provider()) {
            case "openai" -> openAi(endpoint);
            default -> throw new IllegalArgumentException("provider must be openai, got " + endpoint.provider());
        };
    }

    private static ChatModel openAi(ChatEndpoint endpoint) {
        OpenAiChatModel.OpenAiChatModelBuilder builder = OpenAiChatModel.builder()
                .httpClientBuilder(new BoundedHttpClient.Builder(CONNECT_TIMEOUT, endpoint.timeout()))
                .modelName(endpoint.name())
                .apiKey(endpoint.apiKey() == null ? NO_KEY : endpoint.apiKey())
                .timeout(endpoint.timeout())
                .strictJsonSchema(true)
                // Counted, paced and recorded by ourselves.
                .maxRetries(0);
        if (endpoint.baseUrl() == null) {
            // OpenAI's newer models take the length under this name only, compatible servers under the older one.
            return builder.maxCompletionTokens(endpoint.maxOutputTokens()).build();
        }
        return builder.baseUrl(endpoint.baseUrl().toString())
                .maxTokens(endpoint.maxOutputTokens())
                .build();
    }
}
