package io.footnote.telegram;

import io.footnote.storage.Exchanges;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where something came from, and so where a reply goes. Immutable.
 *
 * @param chat Telegram's id of the chat
 * @param direct whether it is the private chat with the person
 * @param topic the topic of the group, or null
 * @param message the number of the message that a reply hangs on, 0 for none
 * @param person Telegram's id of who caused it, 0 where that is not known
 * @param texts what the bot says in their language
 * @param at when it came
 */
record Incoming(long chat, boolean direct, @Nullable Integer topic, int message, long person, Texts texts, Instant at) {

    /** Where it came from, as it is kept. */
    Exchanges.Place place() {
        return new Exchanges.Place(chat, direct, person, texts.tongue().code());
    }

    /** The same with another language from now on. */
    Incoming speaking(Texts other) {
        return new Incoming(chat, direct, topic, message, person, other, at);
    }
}
