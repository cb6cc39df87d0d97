package io.footnote.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The arguments of a call: from the query string, a JSON body, a form or a multipart form.
 *
 * @param fields by name; strings throughout unless the body is JSON; null values left out, as they mean "not given"
 * @param files names of the parts that are files
 * @param json whether the body is JSON, so that types can be told
 */
record CallArguments(ObjectNode fields, List<String> files, boolean json) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");

    /**
     * Reads a request.
     *
     * @throws BotApiError when the body is not JSON although it says so
     * @throws IOException when the connection fails
     */
    static CallArguments read(HttpExchange exchange) throws IOException, BotApiError {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        List<String> files = new ArrayList<>();
        String query = exchange.getRequestURI().getRawQuery();
        if (query != null) {
            readForm(query, fields);
        }
        byte[] body = exchange.getRequestBody().readAllBytes();
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        String kind = type == null ? "" : type.toLowerCase(Locale.ROOT);
        boolean json = kind.startsWith("application/json");
        if (json) {
            fields.setAll(readJson(body));
            fields.properties().removeIf(field -> field.getValue().isNull());
        } else if (kind.startsWith("multipart/form-data")) {
            readMultipart(body, String.valueOf(type), fields, files);
        } else if (kind.startsWith("application/x-www-form-urlencoded")) {
            readForm(new String(body, StandardCharsets.UTF_8), fields);
        }
        return new CallArguments(fields, files, json);
    }

    private static ObjectNode readJson(byte[] body) throws IOException, BotApiError {
        if (body.length == 0) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            if (MAPPER.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw BotApiError.badRequest("can't parse request JSON object");
        }
        throw BotApiError.badRequest("can't parse request JSON object");
    }

    private static void readForm(String form, ObjectNode fields) {
        for (String pair : form.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                fields.put(
                        URLDecoder.decode(name, StandardCharsets.UTF_8),
                        URLDecoder.decode(value, StandardCharsets.UTF_8));
            }
        }
    }

    private static void readMultipart(byte[] body, String type, ObjectNode fields, List<String> files)
            throws BotApiError {
        Matcher boundary = BOUNDARY.matcher(type);
        if (!boundary.find()) {
            throw BotApiError.badRequest("boundary of the multipart body not found");
        }
        // one char a byte, so that binary parts keep their length
        String[] parts = ("\r\n" + new String(body, StandardCharsets.ISO_8859_1))
                .split(Pattern.quote("\r\n--" + boundary.group(1)), -1);
        Map<String, String> contents = new HashMap<>();
        for (String part : parts) {
            int headersEnd = part.indexOf("\r\n\r\n");
            Matcher name = NAME.matcher(part);
            if (headersEnd < 0 || !name.find() || name.start() > headersEnd) {
                continue;
            }
            String value = part.substring(headersEnd + 4);
            if (part.substring(0, headersEnd).contains("filename=")) {
                files.add(utf8(name.group(1)));
                contents.put(utf8(name.group(1)), utf8(value));
            } else {
                fields.put(utf8(name.group(1)), utf8(value));
            }
        }
        // a field that refers to a part holds what is in it
        contents.forEach((name, content) -> fields.properties().stream()
                .filter(field -> field.getValue().asText().equals("attach://" + name))
                .forEach(field -> field.setValue(TextNode.valueOf(content))));
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** The text of a field, empty when it is not given. */
    String text(String name) {
        return fields.path(name).asText("");
    }

    /** A whole number, or this when it is not given or not one. */
    long number(String name, long otherwise) {
        return fields.path(name).asLong(otherwise);
    }

    boolean flag(String name) {
        return fields.path(name).asBoolean(false);
    }

    boolean has(String name) {
        return fields.has(name) || files.contains(name);
    }

    /**
     * An object or array, which forms and strings hold as JSON text; a missing node when it is not given.
     *
     * @throws BotApiError when it does not parse
     */
    JsonNode structure(String name) throws BotApiError {
        JsonNode value = fields.path(name);
        return value.isTextual() ? parsed(name, value.asText()) : value;
    }

    private static JsonNode parsed(String name, String text) throws BotApiError {
        if (text.isEmpty()) {
            return MissingNode.getInstance();
        }
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw BotApiError.badRequest("can't parse " + name.replace('_', ' ') + " JSON object");
        }
    }
}
