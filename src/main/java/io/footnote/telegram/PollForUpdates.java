package io.footnote.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.Serial;
import java.util.ArrayList;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * A poll whose answer is taken apart item by item, so that an update which the library cannot parse does not block the
 * ones behind it, and which notices that update ids restarted lower, as they may after a week without updates.
 */
final class PollForUpdates extends GetUpdates {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(PollForUpdates.class);

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int MOST_UPDATES = 100;
    private static final int SECONDS = 50;

    private final transient IntConsumer restarted;

    /**
     * @param last the id of the last update received, 0 when there was none
     * @param restarted told the id to count as the last received when ids restarted lower
     */
    PollForUpdates(int last, IntConsumer restarted) {
        setOffset(last + 1);
        setLimit(MOST_UPDATES);
        setTimeout(SECONDS);
        setAllowedUpdates(UpdateKinds.WANTED);
        this.restarted = restarted;
    }

    @Override
    @SuppressWarnings("NonApiType") // the library's signature
    public ArrayList<Update> deserializeResponse(String answer) throws TelegramApiRequestException {
        JsonNode result = result(answer);
        ArrayList<Update> updates = new ArrayList<>();
        int lowest = Integer.MAX_VALUE;
        for (JsonNode item : result) {
            JsonNode id = item.path("update_id");
            if (id.isInt()) {
                updates.add(raw(item));
                lowest = Math.min(lowest, id.intValue());
            } else {
                LOG.warn("event=update-without-id effect=ignored");
            }
        }
        if (updates.isEmpty() && !result.isEmpty()) {
            // they cannot be confirmed, so the next poll would bring them again at once: the library pauses after this
            throw new TelegramApiRequestException("no update has a number that can be confirmed");
        }
        if (!updates.isEmpty() && lowest < getOffset()) {
            LOG.warn("event=update-ids-restarted");
            restarted.accept(lowest - 1);
        }
        return updates;
    }

    private static JsonNode result(String answer) throws TelegramApiRequestException {
        try {
            JsonNode tree = MAPPER.readTree(answer);
            if (tree.path("ok").asBoolean() && tree.path("result").isArray()) {
                return tree.path("result");
            }
        } catch (JsonProcessingException e) {
            // said below, without the excerpt of the answer that this exception holds
        }
        throw new TelegramApiRequestException("the answer to getUpdates is no list of updates");
    }

    private static RawUpdate raw(JsonNode item) throws TelegramApiRequestException {
        try {
            return RawUpdate.of(item);
        } catch (JsonProcessingException e) {
            throw new TelegramApiRequestException("an update could not be written as JSON");
        }
    }
}
