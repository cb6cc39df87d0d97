package io.footnote.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.footnote.grounding.Citation;
import io.footnote.grounding.Statement;
import io.footnote.model.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a draft from a model's reply: one JSON object of the shape that the prompt asks for, alone or in a code fence,
 * and nothing beside it. It repairs nothing.
 */
final class DraftReader {
    /** The most statements that are looked at; what comes after them is left out. */
    static final int MAX_STATEMENTS = 8;

    /** The longest note on what is missing, in UTF-16 units. */
    static final int MAX_MISSING = 300;

    private static final Pattern FENCE = Pattern.compile("\\A```(?:json)?\\s*\\n(.*)\\n```\\z", Pattern.DOTALL);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private DraftReader() {}

    /** @throws DraftException when the reply is anything else */
    static Draft read(Reply reply, String articleId) {
        JsonNode object = parse(reply);
        if (!object.isObject()
                || !object.path("answerable").isBoolean()
                || !object.path("statements").isArray()) {
            throw malformed(reply);
        }
        boolean answerable = object.path("answerable").booleanValue();
        List<Statement> statements = new ArrayList<>();
        for (JsonNode statement : object.path("statements")) {
            Statement read = statement(statement, articleId, reply);
            if (statements.size() < MAX_STATEMENTS) {
                statements.add(read);
            }
        }
        if (answerable == statements.isEmpty()) {
            throw malformed(reply);
        }
        return new Draft(answerable, statements, missing(object), reply.calls());
    }

    private static JsonNode parse(Reply reply) {
        String text = reply.text().strip();
        Matcher fence = FENCE.matcher(text);
        try {
            return JSON.readTree(fence.matches() ? fence.group(1) : text);
        } catch (JsonProcessingException e) {
            throw malformed(reply);
        }
    }

    private static Statement statement(JsonNode statement, String articleId, Reply reply) {
        String text = statement.path("text").asText("").strip();
        if (!statement.path("text").isTextual()
                || text.isEmpty()
                || !statement.path("sentences").isArray()) {
            throw malformed(reply);
        }
        List<Citation> citations = new ArrayList<>();
        for (JsonNode number : statement.path("sentences")) {
            if (!number.isInt()) {
                throw malformed(reply);
            }
            Citation citation = new Citation(articleId, number.intValue());
            if (!citations.contains(citation)) {
                citations.add(citation);
            }
        }
        return new Statement(text, citations);
    }

    private static @Nullable String missing(JsonNode object) {
        String missing =
                object.path("missing").asText("").replaceAll("\\s+", " ").strip();
        return missing.isEmpty() || missing.length() > MAX_MISSING ? null : missing;
    }

    private static DraftException malformed(Reply reply) {
        return new DraftException(
                "the language model's reply was not an answer that could be read.", true, reply.calls());
    }
}
