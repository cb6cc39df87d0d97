package io.footnote.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.footnote.storage.Inbox;
import java.io.Serial;
import java.util.Set;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * An update that nobody has tried to understand: its id, which is all the library needs to confirm it, and its JSON.
 * Whatever it holds, it can be stored.
 */
final class RawUpdate extends Update {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Escaped, so that half a surrogate pair comes out of the database as it went in. */
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final Set<String> PRESSES = Set.of("callback_query", "inline_query");
    private static final String CANCEL = "/cancel";

    private final long chat;
    private final long person;
    private final boolean urgent;
    private final String json;

    private RawUpdate(int updateId, long chat, long person, boolean urgent, String json) {
        setUpdateId(updateId);
        this.chat = chat;
        this.person = person;
        this.urgent = urgent;
        this.json = json;
    }

    /**
     * An update as Telegram sent it.
     *
     * @throws JsonProcessingException when it cannot be written again
     * @throws IllegalArgumentException when it has no id
     */
    static RawUpdate of(JsonNode item) throws JsonProcessingException {
        JsonNode id = item.path("update_id");
        if (!id.isInt()) {
            throw new IllegalArgumentException("an update must have an id");
        }
        long person = personOf(item);
        long chat = chatOf(item);
        boolean alone = item.has("inline_query") || item.has("poll_answer");
        return new RawUpdate(
                id.intValue(), alone ? person : chat, person, isUrgent(item), MAPPER.writeValueAsString(item));
    }

    /** The chat that the update belongs to, wherever it says so. */
    private static long chatOf(JsonNode update) {
        for (JsonNode part : update) {
            JsonNode own = part.path("chat").path("id");
            JsonNode id =
                    own.isMissingNode() ? part.path("message").path("chat").path("id") : own;
            if (id.isIntegralNumber()) {
                return id.asLong();
            }
        }
        return Inbox.NO_CHAT;
    }

    /** Who caused the update, wherever it says so. */
    private static long personOf(JsonNode update) {
        for (JsonNode part : update) {
            JsonNode id = part.path("from").path("id");
            if (id.isIntegralNumber()) {
                return id.asLong();
            }
        }
        return update.path("poll_answer").path("user").path("id").asLong();
    }

    /** What must not wait until a question is answered. */
    private static boolean isUrgent(JsonNode update) {
        return PRESSES.stream().anyMatch(update::has)
                || update.path("message").path("text").asText().startsWith(CANCEL);
    }

    Inbox.Received received() {
        return new Inbox.Received(getUpdateId(), chat, person, urgent, json);
    }
}
