package io.footnote.quiz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item as a chat model wrote it: nothing of it is to be believed. Immutable.
 *
 * @param type what it says that it asks for
 * @param question what is asked
 * @param key the answer that it calls right
 * @param statement the question and the key as one sentence
 * @param distractors the answers that it calls wrong
 * @param sentence the number of the sentence that it rests on
 */
record DraftedItem(
        ItemType type, String question, String key, String statement, List<String> distractors, int sentence) {

    DraftedItem {
        distractors = List.copyOf(distractors);
    }

    /** What was written; null where it has not the shape of an item. */
    static @Nullable DraftedItem read(JsonNode item) {
        ItemType type = ItemType.of(item.path("type").asText()).orElse(null);
        List<String> distractors = new ArrayList<>();
        for (JsonNode distractor : item.path("distractors")) {
            if (!distractor.isTextual()) {
                return null;
            }
            distractors.add(distractor.textValue().strip());
        }
        boolean written = item.path("question").isTextual()
                && item.path("key").isTextual()
                && item.path("statement").isTextual()
                && item.path("sentence").isInt();
        return type == null || !written
                ? null
                : new DraftedItem(
                        type,
                        item.path("question").textValue().strip(),
                        item.path("key").textValue().strip(),
                        item.path("statement").textValue().strip(),
                        distractors,
                        item.path("sentence").intValue());
    }
}
