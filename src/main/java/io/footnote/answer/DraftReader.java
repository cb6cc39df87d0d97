package io.footnote.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.footnote.grounding.Citation;
import io.footnote.grounding.Statement;
import io.footnote.model.ModelCall;
import io.footnote.model.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a draft from a model's reply: one JSON object of the shape that the prompt asks for, alone or in a code fence,
 * and nothing beside it. It repairs nothing but white space and invisible characters. What a model says is missing is not read: no sentence
 * supports it, so it stays in the recorded reply.
 */
final class DraftReader {
    /** The most statements that are looked at; what comes after them is left out. */
    static final int MAX_STATEMENTS = 8;

    /** The longest reply that is read, in UTF-16 units: what is not kept whole in the log is not shown. */
    static final int MAX_LENGTH = ModelCall.MAX_REPLY;

    private static final Pattern FENCE = Pattern.compile("\\A```(?:json)?[ \\t]*+\\n(.*)\\n```\\z", Pattern.DOTALL);

    /** Format characters but the two that shape letters in some scripts. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}&&[^\\u200C\\u200D]]");

    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}]+");
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
        return new Draft(answerable, statements, reply.calls());
    }

    private static JsonNode parse(Reply reply) {
        String text = reply.text().strip();
        if (text.length() > MAX_LENGTH) {
            throw malformed(reply);
        }
        Matcher fence = FENCE.matcher(text);
        try {
            return JSON.readTree(fence.matches() ? fence.group(1) : text);
        } catch (JsonProcessingException e) {
            throw malformed(reply);
        }
    }

    private static Statement statement(JsonNode statement, String articleId, Reply reply) {
        String text = visible(statement.path("text").asText(""));
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

    /** The text on one line, less what a reader would not see. */
    private static String visible(String text) {
        return WHITE_SPACE
                .matcher(INVISIBLE.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    private static DraftException malformed(Reply reply) {
        return new DraftException(
                "the language model's reply was not an answer that could be read.", true, reply.calls());
    }
}
