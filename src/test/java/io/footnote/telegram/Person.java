package io.footnote.telegram;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Somebody who writes to the bot. In a private chat the chat has the person's id.
 *
 * @param id Telegram's id, above 0
 * @param firstName the name shown
 * @param languageCode the client's language as an IETF tag, empty when the client does not tell
 * @param bot whether it is a bot
 */
public record Person(long id, String firstName, String languageCode, boolean bot) {
    public Person {
        if (id <= 0) {
            throw new IllegalArgumentException("id must be above 0: " + id);
        }
    }

    /** A person with an English client. */
    public static Person reader(long id) {
        return new Person(id, "Reader " + id, "en", false);
    }

    /** The same person with another client language. */
    public Person speaking(String code) {
        return new Person(id, firstName, code, bot);
    }

    ObjectNode toUser() {
        ObjectNode user = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("is_bot", bot)
                .put("first_name", firstName);
        return languageCode.isEmpty() ? user : user.put("language_code", languageCode);
    }

    ObjectNode toPrivateChat() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("first_name", firstName)
                .put("type", "private");
    }
}
