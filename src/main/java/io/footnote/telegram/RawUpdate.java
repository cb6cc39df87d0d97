package io.footnote.telegram;

import io.footnote.storage.Inbox;
import java.io.Serial;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * An update that nobody has tried to understand: its id, which is all the library needs to confirm it, and its JSON.
 * Whatever it holds, it can be stored.
 */
final class RawUpdate extends Update {
    @Serial
    private static final long serialVersionUID = 1L;

    private final long chat;
    private final String json;

    RawUpdate(int updateId, long chat, String json) {
        setUpdateId(updateId);
        this.chat = chat;
        this.json = json;
    }

    Inbox.Received received() {
        return new Inbox.Received(getUpdateId(), chat, json);
    }
}
