package io.footnote.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The official Bot API in machine-readable form, which tells whether a call is one: known method, known fields, the
 * required ones given, JSON types right, nested objects included. It does not know ranges or lengths.
 *
 * <p>The file is third-party and not part of the project. One field is accepted beyond it: {@code method} when it names
 * the method that is called, because the Telegram Bots library sends it in every JSON body and Telegram takes a call in
 * that form in answers to a webhook. Fields that came after the file's version count as unknown. Immutable.
 */
public final class BotApiSpecification {
    private static final Path FILE = Path.of("..", "shared", "telegram-bot-api.json");
    private static final String METHOD_FIELD = "method";
    private static final String ARRAY_OF = "Array of ";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String version;
    private final JsonNode types;
    private final Map<String, JsonNode> methods = new HashMap<>();

    private BotApiSpecification(JsonNode root) {
        version = root.path("version").asText();
        types = root.path("types");
        root.path("methods")
                .forEach(method -> methods.put(key(method.path("name").asText()), method));
    }

    /**
     * The specification beside the project, or nothing when the file is not there.
     *
     * @throws UncheckedIOException when it is there but cannot be read
     */
    public static Optional<BotApiSpecification> ifPresent() {
        if (!Files.isRegularFile(FILE)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BotApiSpecification(MAPPER.readTree(FILE.toFile())));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }

    /** Where {@link #ifPresent} looks, relative to the project's folder. */
    public static Path file() {
        return FILE;
    }

    /** What the file says it is, such as {@code Bot API 10.1}. */
    public String version() {
        return version;
    }

    /** The method as the documentation spells it, whatever the case of its letters, or nothing when there is none. */
    Optional<String> canonicalName(String method) {
        return Optional.ofNullable(methods.get(key(method)))
                .map(found -> found.path("name").asText());
    }

    /** The first type that the method returns, such as {@code Boolean} or {@code Array of Message}. */
    Optional<String> returnType(String method) {
        return Optional.ofNullable(methods.get(key(method)))
                .map(found -> found.path("returns").path(0).asText());
    }

    /** What is wrong with a call, one sentence each; empty when it is valid. */
    List<String> violations(String method, CallArguments arguments) {
        JsonNode specified = methods.get(key(method));
        if (specified == null) {
            return List.of(method + ": no such method in " + version);
        }
        List<String> found = new ArrayList<>();
        Map<String, JsonNode> fields = byName(specified);
        arguments.fields().properties().forEach(given -> {
            JsonNode field = fields.get(given.getKey());
            if (field != null) {
                String place = method + "." + given.getKey();
                found.addAll(fieldViolations(place, field.path("types"), given.getValue(), arguments.json()));
            } else if (!(given.getKey().equals(METHOD_FIELD)
                    && given.getValue().asText().equalsIgnoreCase(method))) {
                found.add(method + ": unknown field " + given.getKey() + " in " + version);
            }
        });
        fields.forEach((name, field) -> {
            if (field.path("required").asBoolean() && !arguments.has(name)) {
                found.add(method + ": required field " + name + " is missing");
            }
        });
        return List.copyOf(found);
    }

    /** What is wrong with a value that should be of a type, such as {@code Update}; empty when it is valid. */
    List<String> violations(String type, JsonNode value) {
        return typeViolations(type, type, value);
    }

    private List<String> fieldViolations(String place, JsonNode expected, JsonNode value, boolean json) {
        return json ? anyOf(place, expected, value) : anyOf(place, expected, fromText(expected, value));
    }

    /** What a form's string stands for, going by the types the field may have. */
    private JsonNode fromText(JsonNode expected, JsonNode value) {
        for (JsonNode type : expected) {
            if (type.asText().equals("String") || type.asText().equals("InputFile")) {
                return value;
            }
        }
        try {
            return MAPPER.readTree(value.asText());
        } catch (JsonProcessingException e) {
            return value;
        }
    }

    private List<String> anyOf(String place, JsonNode expected, JsonNode value) {
        List<List<String>> each = new ArrayList<>();
        expected.forEach(type -> each.add(typeViolations(place, type.asText(), value)));
        return each.stream().min(Comparator.comparingInt(List::size)).orElse(List.of());
    }

    private List<String> typeViolations(String place, String type, JsonNode value) {
        if (type.startsWith(ARRAY_OF)) {
            if (!value.isArray()) {
                return List.of(wrongType(place, type, value));
            }
            List<String> found = new ArrayList<>();
            for (int i = 0; i < value.size(); i++) {
                found.addAll(typeViolations(place + "[" + i + "]", type.substring(ARRAY_OF.length()), value.path(i)));
            }
            return found;
        }
        boolean right = switch (type) {
            case "Integer" -> value.isIntegralNumber();
            case "Float" -> value.isNumber();
            case "Boolean", "True" -> value.isBoolean();
            case "String" -> value.isTextual();
            case "InputFile" -> true;
            default -> value.isObject() || types.path(type).has("subtypes");
        };
        if (!right) {
            return List.of(wrongType(place, type, value));
        }
        JsonNode specified = types.path(type);
        if (specified.path("subtypes").size() > 0) {
            return anyOf(place, specified.path("subtypes"), value);
        }
        return value.isObject() && specified.has("fields") ? objectViolations(place, specified, value) : List.of();
    }

    private List<String> objectViolations(String place, JsonNode specified, JsonNode value) {
        List<String> found = new ArrayList<>();
        Map<String, JsonNode> fields = byName(specified);
        value.properties().forEach(given -> {
            String inner = place + "." + given.getKey();
            JsonNode field = fields.get(given.getKey());
            if (field == null) {
                found.add(inner + ": unknown field in " + version);
            } else if (!given.getValue().isNull()) {
                found.addAll(anyOf(inner, field.path("types"), given.getValue()));
            }
        });
        fields.forEach((name, field) -> {
            if (field.path("required").asBoolean() && !value.hasNonNull(name)) {
                found.add(place + ": required field " + name + " is missing");
            }
        });
        return found;
    }

    private static Map<String, JsonNode> byName(JsonNode specified) {
        Map<String, JsonNode> fields = new HashMap<>();
        specified.path("fields").forEach(field -> fields.put(field.path("name").asText(), field));
        return fields;
    }

    private static String wrongType(String place, String type, JsonNode value) {
        return place + ": expected " + type + " but got "
                + value.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    private static String key(String method) {
        return method.toLowerCase(Locale.ROOT);
    }
}
