package io.footnote.telegram;

import io.footnote.storage.Outbox;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** The bot's own coming and going, and chats that change their id. Safe for any number of threads. */
final class Memberships {
    private static final Set<String> OUTSIDE = Set.of("left", "kicked");

    private final Stores stores;
    private final long bot;
    private final String username;

    Memberships(Stores stores, long bot, String username) {
        this.stores = stores;
        this.bot = bot;
        this.username = username;
    }

    /** In a new group it says how it is addressed; where it cannot write any more, nothing waits to be sent. */
    List<Outbox.Message> changed(Incoming in, ChatMemberUpdated change) {
        boolean before = isInside(
                change.getOldChatMember() == null
                        ? null
                        : change.getOldChatMember().getStatus());
        boolean now = isInside(
                change.getNewChatMember() == null
                        ? null
                        : change.getNewChatMember().getStatus());
        if (!now) {
            stores.outbox().withdrawAll(bot, in.chat());
        } else if (!before && !in.direct()) {
            return List.of(Outgoing.reply(in, Reply.of(in.texts().say(Phrase.GREETING, "bot", username))));
        }
        return List.of();
    }

    private static boolean isInside(@Nullable String status) {
        return status != null && !OUTSIDE.contains(status);
    }

    /** Whether a message only tells that the chat has another id from now on, under which its settings then stand. */
    boolean moved(Incoming in, Message message) {
        Long to = message.getMigrateToChatId();
        if (to != null) {
            stores.settings().move(in.chat(), to, in.at());
        }
        return to != null || message.getMigrateFromChatId() != null;
    }
}
