package io.footnote.model;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which chat model to ask, and within which limits. Immutable.
 *
 * @param provider the provider's name in lower case, such as {@code openai}
 * @param baseUrl where it answers, or null for the provider's own address
 * @param name the provider's name for the model
 * @param apiKey the key, or null where the server asks for none
 * @param timeout the longest that all attempts at one reply may take together
 * @param maxOutputTokens the longest reply, in tokens
 */
public record ChatEndpoint(
        String provider,
        @Nullable URI baseUrl,
        String name,
        @Nullable String apiKey,
        Duration timeout,
        int maxOutputTokens) {

    /** {@code PROVIDER:MODEL}. */
    public String engine() {
        return provider + ":" + name;
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "ChatEndpoint[" + engine() + "]";
    }
}
