package io.footnote.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A request for a completion as {@link ScriptedChatServer} got it.
 *
 * @param body the JSON body
 * @param headers the headers by lower-case name, the first value of each
 * @param at when it had been read
 */
public record ChatRequest(JsonNode body, Map<String, String> headers, Instant at) {
    public ChatRequest {
        headers = Map.copyOf(headers);
    }

    /** The key of {@code Authorization: Bearer}, empty without one. */
    public String key() {
        String header = headers.getOrDefault("authorization", "");
        return header.startsWith("Bearer ") ? header.substring("Bearer ".length()) : "";
    }

    /** The texts of the messages with this role, in order. */
    public List<String> messages(String role) {
        return body.path("messages")
                .valueStream()
                .filter(message -> message.path("role").asText().equals(role))
                .map(message -> message.path("content").isTextual()
                        ? message.path("content").asText()
                        : String.join("", message.path("content").findValuesAsText("text")))
                .toList();
    }

    /** Whether a stream of events is asked for. */
    public boolean streams() {
        return body.path("stream").asBoolean();
    }
}
