package io.footnote.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object of a line, or one inside it, which says where it stands when a field of it is missing or wrong.
 *
 * @param where the file and the line, as in {@code news.jsonl, line 3}
 * @param path the place inside the line, as in {@code questions[0]}, or empty for the line's own object
 * @param object the object
 */
record JsonLine(String where, String path, JsonNode object) {

    /** Whether the object has a field of that name with a value other than null. */
    boolean has(String field) {
        return object.hasNonNull(field);
    }

    /**
     * A text with something in it.
     *
     * @throws DataSetException when it is missing, no text, or blank
     */
    String text(String field) {
        String text = require(field, JsonNodeType.STRING, "text").textValue();
        if (text.isBlank()) {
            throw problem(name(field) + " is empty: give it as text");
        }
        return text;
    }

    /** As {@link #text}, or null where the field is missing, null or blank. */
    @Nullable
    String textOrNull(String field) {
        return !has(field) || object.get(field).asText("-").isBlank() ? null : text(field);
    }

    /** @throws DataSetException when it is missing or neither true nor false */
    boolean truth(String field) {
        return require(field, JsonNodeType.BOOLEAN, "true or false").booleanValue();
    }

    /**
     * An offset.
     *
     * @throws DataSetException when it is missing or no whole number that an offset can be
     */
    int offset(String field) {
        JsonNode node = require(field, JsonNodeType.NUMBER, "a whole number");
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 0) {
            throw problem(name(field) + " must be a whole number from 0, got " + node);
        }
        return node.intValue();
    }

    /**
     * The elements of a list, each with the place it stands at.
     *
     * @throws DataSetException when it is missing or no list
     */
    List<JsonLine> list(String field) {
        JsonNode array = require(field, JsonNodeType.ARRAY, "a list");
        List<JsonLine> elements = new ArrayList<>(array.size());
        for (int index = 0; index < array.size(); index++) {
            elements.add(new JsonLine(where, inside(field + "[" + index + "]"), array.get(index)));
        }
        return elements;
    }

    /** @throws DataSetException when this is no object */
    JsonLine requireObject() {
        if (!object.isObject()) {
            throw problem((path.isEmpty() ? "the line" : path) + " must be a JSON object, got "
                    + object.getNodeType().name().toLowerCase(Locale.ROOT));
        }
        return this;
    }

    /** The exception that says what is wrong here. */
    DataSetException problem(String what) {
        return problem(what, null);
    }

    /** The exception that says what is wrong here, and what led to it. */
    DataSetException problem(String what, @Nullable Throwable cause) {
        return new DataSetException(where + ": " + what + ".", cause);
    }

    private JsonNode require(String field, JsonNodeType type, String wanted) {
        JsonNode node = object.get(field);
        if (node == null || node.isNull()) {
            throw problem(name(field) + " is missing: give it as " + wanted);
        }
        if (node.getNodeType() != type) {
            throw problem(name(field) + " must be " + wanted + ", got "
                    + node.getNodeType().name().toLowerCase(Locale.ROOT));
        }
        return node;
    }

    private String name(String field) {
        return "\"" + inside(field) + "\"";
    }

    private String inside(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }
}
