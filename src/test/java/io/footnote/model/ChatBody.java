package io.footnote.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The bodies of OpenAI's chat completions: one object, or server-sent events that end with {@code [DONE]}. */
final class ChatBody {
    private static final int CHARACTERS_PER_EVENT = 12;

    private ChatBody() {}

    static String whole(ChatReply.Completion reply, JsonNode request) {
        ObjectNode body = header("chat.completion", request);
        ObjectNode choice = choice(body, reply.finishReason());
        choice.putObject("message").put("role", "assistant").put("content", reply.content());
        if (reply.countsTokens()) {
            body.set("usage", usage(reply));
        }
        return body.toString();
    }

    static String events(ChatReply.Completion reply, JsonNode request) {
        StringBuilder events = new StringBuilder();
        ObjectNode first = header("chat.completion.chunk", request);
        choice(first, null).putObject("delta").put("role", "assistant").put("content", "");
        event(events, first);
        String content = reply.content();
        for (int i = 0; i < content.length(); i += CHARACTERS_PER_EVENT) {
            String piece = content.substring(i, Math.min(content.length(), i + CHARACTERS_PER_EVENT));
            ObjectNode chunk = header("chat.completion.chunk", request);
            choice(chunk, null).putObject("delta").put("content", piece);
            event(events, chunk);
        }
        ObjectNode last = header("chat.completion.chunk", request);
        choice(last, reply.finishReason()).putObject("delta");
        event(events, last);
        if (reply.countsTokens()
                && request.path("stream_options").path("include_usage").asBoolean()) {
            ObjectNode counted = header("chat.completion.chunk", request);
            counted.putArray("choices");
            counted.set("usage", usage(reply));
            event(events, counted);
        }
        return events.append("data: [DONE]\n\n").toString();
    }

    private static void event(StringBuilder events, ObjectNode chunk) {
        events.append("data: ").append(chunk).append("\n\n");
    }

    private static ObjectNode header(String object, JsonNode request) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", "chatcmpl-scripted")
                .put("object", object)
                .put("created", Instant.now().getEpochSecond())
                .put("model", request.path("model").asText());
    }

    private static ObjectNode choice(ObjectNode body, @Nullable String finishReason) {
        return body.putArray("choices").addObject().put("index", 0).put("finish_reason", finishReason);
    }

    private static ObjectNode usage(ChatReply.Completion reply) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("prompt_tokens", reply.promptTokens())
                .put("completion_tokens", reply.completionTokens())
                .put("total_tokens", reply.promptTokens() + reply.completionTokens());
    }
}
