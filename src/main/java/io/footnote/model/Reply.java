package io.footnote.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a chat model replied. Immutable.
 *
 * @param text the reply as it came; not to be trusted
 * @param calls every request that was made for it, the last one being this reply's
 */
public record Reply(String text, List<ModelCall> calls) {

    /** Reads one value and nothing beside it, without a name twice in one object. */
    public static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private static final Pattern FENCE = Pattern.compile("\\A```(?:json)?[ \\t]*+\\n(.*)\\n```\\z", Pattern.DOTALL);

    /** Makes the list immutable. */
    public Reply {
        calls = List.copyOf(calls);
    }

    /**
     * The one JSON object that the text is, alone or in a code fence; nothing where it is anything else or longer than
     * {@link ModelCall#MAX_REPLY}, since what is not kept whole in the log is not to be shown.
     */
    public Optional<JsonNode> object() {
        String stripped = text.strip();
        if (stripped.length() > ModelCall.MAX_REPLY) {
            return Optional.empty();
        }
        Matcher fence = FENCE.matcher(stripped);
        try {
            return Optional.of(STRICT.readTree(fence.matches() ? fence.group(1) : stripped))
                    .filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
