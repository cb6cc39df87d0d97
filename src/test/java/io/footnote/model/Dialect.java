package io.footnote.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** How a provider's documentation says that its server is spoken to, as far as text replies go. */
enum Dialect {
    OPENAI("/v1", "/v1/chat/completions", "/v1/chat/completions", "authorization", "/response_format") {
        @Override
        String whole(String text) {
            return ChatBody.whole(completion(text), object());
        }

        @Override
        String stream(List<String> pieces) {
            return ChatBody.events(
                    completion(String.join("", pieces)),
                    object().set("stream_options", object().put("include_usage", true)));
        }

        @Override
        String error(int status, String message) {
            return ((ChatReply.Raw) ChatReply.error(status, "error", message)).body();
        }
    },
    ANTHROPIC("/v1", "/v1/messages", "/v1/messages", "x-api-key", "/output_config/format") {
        @Override
        String whole(String text) {
            ObjectNode body = message();
            body.putArray("content").addObject().put("type", "text").put("text", text);
            body.put("stop_reason", "end_turn");
            return body.toString();
        }

        @Override
        String stream(List<String> pieces) {
            List<String> events = new ArrayList<>();
            ObjectNode start = object().put("type", "message_start");
            ObjectNode message = message();
            message.putArray("content");
            start.set("message", message);
            events.add(named(start));
            ObjectNode block = object().put("type", "content_block_start").put("index", 0);
            block.putObject("content_block").put("type", "text").put("text", "");
            events.add(named(block));
            events.add(named(object().put("type", "ping")));
            for (String piece : pieces) {
                ObjectNode delta = object().put("type", "content_block_delta").put("index", 0);
                delta.putObject("delta").put("type", "text_delta").put("text", piece);
                events.add(named(delta));
            }
            events.add(named(object().put("type", "content_block_stop").put("index", 0)));
            ObjectNode end = object().put("type", "message_delta");
            end.putObject("delta").put("stop_reason", "end_turn").putNull("stop_sequence");
            end.putObject("usage").put("output_tokens", OUTPUT_TOKENS);
            events.add(named(end));
            events.add(named(object().put("type", "message_stop")));
            return String.join("", events);
        }

        private ObjectNode message() {
            ObjectNode body = object().put("id", "msg_scripted")
                    .put("type", "message")
                    .put("role", "assistant")
                    .put("model", "some-model")
                    .putNull("stop_sequence");
            body.putObject("usage").put("input_tokens", INPUT_TOKENS).put("output_tokens", OUTPUT_TOKENS);
            return body;
        }

        private String named(ObjectNode event) {
            return "event: " + event.path("type").asText() + "\ndata: " + event + "\n\n";
        }

        @Override
        String error(int status, String message) {
            ObjectNode body = object().put("type", "error");
            body.putObject("error")
                    .put("type", status == 529 ? "overloaded_error" : "api_error")
                    .put("message", message);
            return body.toString();
        }
    },
    GEMINI(
            "/v1beta",
            "/v1beta/models/some-model:generateContent",
            "/v1beta/models/some-model:streamGenerateContent",
            "x-goog-api-key",
            "/generationConfig/responseJsonSchema") {
        @Override
        String whole(String text) {
            return piece(text, true).toString();
        }

        @Override
        String stream(List<String> pieces) {
            StringBuilder events = new StringBuilder();
            for (int index = 0; index < pieces.size(); index++) {
                events.append("data: ")
                        .append(piece(pieces.get(index), index == pieces.size() - 1))
                        .append("\r\n\r\n");
            }
            return events.toString();
        }

        private ObjectNode piece(String text, boolean last) {
            ObjectNode body = object().put("modelVersion", "some-model").put("responseId", "scripted");
            ObjectNode candidate = body.putArray("candidates").addObject().put("index", 0);
            ObjectNode content = candidate.putObject("content").put("role", "model");
            content.putArray("parts").addObject().put("text", text);
            if (last) {
                candidate.put("finishReason", "STOP");
            }
            body.putObject("usageMetadata")
                    .put("promptTokenCount", INPUT_TOKENS)
                    .put("candidatesTokenCount", OUTPUT_TOKENS)
                    .put("totalTokenCount", INPUT_TOKENS + OUTPUT_TOKENS);
            return body;
        }

        @Override
        String error(int status, String message) {
            ObjectNode body = object();
            body.putObject("error").put("code", status).put("message", message).put("status", "UNKNOWN");
            return body.toString();
        }
    },
    OLLAMA("", "/api/chat", "/api/chat", "", "/format") {
        @Override
        String whole(String text) {
            return piece(text, true).toString();
        }

        @Override
        String stream(List<String> pieces) {
            StringBuilder lines = new StringBuilder();
            pieces.forEach(piece -> lines.append(piece(piece, false)).append('\n'));
            return lines.append(piece("", true)).append('\n').toString();
        }

        private ObjectNode piece(String text, boolean last) {
            ObjectNode body = object().put("model", "some-model").put("created_at", "2026-11-26T12:00:00.000000Z");
            body.putObject("message").put("role", "assistant").put("content", text);
            body.put("done", last);
            if (last) {
                body.put("done_reason", "stop")
                        .put("total_duration", 5_000_000)
                        .put("prompt_eval_count", INPUT_TOKENS)
                        .put("eval_count", OUTPUT_TOKENS);
            }
            return body;
        }

        @Override
        String error(int status, String message) {
            return object().put("error", message).toString();
        }
    };

    static final int INPUT_TOKENS = 120;
    static final int OUTPUT_TOKENS = 34;

    private final String base;
    private final String path;
    private final String streamPath;
    private final String keyHeader;
    private final String schemaPlace;

    Dialect(String base, String path, String streamPath, String keyHeader, String schemaPlace) {
        this.base = base;
        this.path = path;
        this.streamPath = streamPath;
        this.keyHeader = keyHeader;
        this.schemaPlace = schemaPlace;
    }

    /** The body of a whole reply. */
    abstract String whole(String text);

    /** The body of a reply in pieces. */
    abstract String stream(List<String> pieces);

    /** The body of a refusal. */
    abstract String error(int status, String message);

    private static ChatReply.Completion completion(String text) {
        return ChatReply.completion(text).withUsage(INPUT_TOKENS, OUTPUT_TOKENS);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** What comes after the server's address in {@code model.base-url}. */
    String base() {
        return base;
    }

    String path(boolean streaming) {
        return streaming ? streamPath : path;
    }

    String streamType() {
        return this == OLLAMA ? "application/x-ndjson" : "text/event-stream";
    }

    /** The header that brings the key, in lower case; empty where there is none. */
    String keyHeader() {
        return keyHeader;
    }

    boolean asksForSchema(JsonNode request) {
        return request.at(schemaPlace).isObject();
    }

    boolean asksToStream(String requestPath, JsonNode request) {
        return this == GEMINI
                ? requestPath.equals(streamPath)
                : request.path("stream").asBoolean(this == OLLAMA);
    }
}
