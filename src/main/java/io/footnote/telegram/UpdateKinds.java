package io.footnote.telegram;

import java.util.List;

/** The kinds of updates that the bot asks Telegram for. */
final class UpdateKinds {
    static final List<String> WANTED =
            List.of("message", "edited_message", "callback_query", "inline_query", "my_chat_member", "poll_answer");

    private UpdateKinds() {}
}
