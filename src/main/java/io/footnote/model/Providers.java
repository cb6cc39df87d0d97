package io.footnote.model;

import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.net.URI;
import java.time.Duration;

/**
 * LangChain4j's clients for each provider, all over {@link BoundedHttpClient}. None tries anything again by itself:
 * attempts are counted, paced and recorded by {@link LanguageModel}.
 */
final class Providers {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /** What a server without a key is given, since the clients insist on one. */
    private static final String NO_KEY = "none";

    private static final String OLLAMA = "http://localhost:11434";

    private Providers() {}

    /** @throws IllegalArgumentException when no client is built in for the provider */
    static Clients clients(ChatEndpoint endpoint) {
        return switch (endpoint.provider()) {
            case "openai" -> openAi(endpoint);
            case "anthropic" -> anthropic(endpoint);
            case "gemini" -> gemini(endpoint);
            case "ollama" -> ollama(endpoint);
            default ->
                throw new IllegalArgumentException(
                        "provider must be openai, anthropic, gemini or ollama, got " + endpoint.provider());
        };
    }

    private static BoundedHttpClient.Builder http(ChatEndpoint endpoint) {
        return new BoundedHttpClient.Builder(CONNECT_TIMEOUT, endpoint.timeout());
    }

    private static String key(ChatEndpoint endpoint) {
        return endpoint.apiKey() == null ? NO_KEY : endpoint.apiKey();
    }

    private static Clients openAi(ChatEndpoint endpoint) {
        OpenAiChatModel.OpenAiChatModelBuilder whole = OpenAiChatModel.builder()
                .httpClientBuilder(http(endpoint))
                .modelName(endpoint.name())
                .apiKey(key(endpoint))
                .timeout(endpoint.timeout())
                .strictJsonSchema(true)
                .maxRetries(0);
        OpenAiStreamingChatModel.OpenAiStreamingChatModelBuilder streaming = OpenAiStreamingChatModel.builder()
                .httpClientBuilder(http(endpoint))
                .modelName(endpoint.name())
                .apiKey(key(endpoint))
                .timeout(endpoint.timeout())
                .strictJsonSchema(true);
        URI base = endpoint.baseUrl();
        if (base == null) {
            // OpenAI's newer models take the length under this name only, compatible servers under the older one.
            whole.maxCompletionTokens(endpoint.maxOutputTokens());
            streaming.maxCompletionTokens(endpoint.maxOutputTokens());
        } else {
            whole.baseUrl(base.toString()).maxTokens(endpoint.maxOutputTokens());
            streaming.baseUrl(base.toString()).maxTokens(endpoint.maxOutputTokens());
        }
        return new Clients(whole.build(), streaming.build());
    }

    private static Clients anthropic(ChatEndpoint endpoint) {
        AnthropicChatModel.AnthropicChatModelBuilder whole = AnthropicChatModel.builder()
                .httpClientBuilder(http(endpoint))
                .modelName(endpoint.name())
                .apiKey(key(endpoint))
                .timeout(endpoint.timeout())
                .maxTokens(endpoint.maxOutputTokens())
                .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
                .maxRetries(0);
        AnthropicStreamingChatModel.AnthropicStreamingChatModelBuilder streaming = AnthropicStreamingChatModel.builder()
                .httpClientBuilder(http(endpoint))
                .modelName(endpoint.name())
                .apiKey(key(endpoint))
                .timeout(endpoint.timeout())
                .maxTokens(endpoint.maxOutputTokens())
                .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA);
        URI base = endpoint.baseUrl();
        if (base != null) {
            whole.baseUrl(base.toString());
            streaming.baseUrl(base.toString());
        }
        return new Clients(whole.build(), streaming.build());
    }

    private static Clients gemini(ChatEndpoint endpoint) {
        GoogleAiGeminiChatModel.GoogleAiGeminiChatModelBuilder whole = GoogleAiGeminiChatModel.builder()
                .httpClientBuilder(http(endpoint))
                .modelName(endpoint.name())
                .apiKey(key(endpoint))
                .timeout(endpoint.timeout())
                .maxOutputTokens(endpoint.maxOutputTokens())
                .maxRetries(0);
        GoogleAiGeminiStreamingChatModel.GoogleAiGeminiStreamingChatModelBuilder streaming =
                GoogleAiGeminiStreamingChatModel.builder()
                        .httpClientBuilder(http(endpoint))
                        .modelName(endpoint.name())
                        .apiKey(key(endpoint))
                        .timeout(endpoint.timeout())
                        .maxOutputTokens(endpoint.maxOutputTokens());
        URI base = endpoint.baseUrl();
        if (base != null) {
            whole.baseUrl(base.toString());
            streaming.baseUrl(base.toString());
        }
        return new Clients(whole.build(), streaming.build());
    }

    private static Clients ollama(ChatEndpoint endpoint) {
        URI base = endpoint.baseUrl();
        String server = base == null ? OLLAMA : base.toString();
        return new Clients(
                OllamaChatModel.builder()
                        .httpClientBuilder(http(endpoint))
                        .modelName(endpoint.name())
                        .baseUrl(server)
                        .timeout(endpoint.timeout())
                        .numPredict(endpoint.maxOutputTokens())
                        .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
                        .maxRetries(0)
                        .build(),
                OllamaStreamingChatModel.builder()
                        .httpClientBuilder(http(endpoint))
                        .modelName(endpoint.name())
                        .baseUrl(server)
                        .timeout(endpoint.timeout())
                        .numPredict(endpoint.maxOutputTokens())
                        .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
                        .build());
    }
}
