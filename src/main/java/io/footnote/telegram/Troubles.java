package io.footnote.telegram;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells the operator about trouble with Telegram: each once, until it is over. Thread-safe. */
final class Troubles {
    static final String UNREACHABLE = "Telegram cannot be reached: trying again until it can;"
            + " check the network and telegram.api-url if this lasts.";
    static final String ANOTHER_INSTANCE =
            "Another instance is running with this token, and only one may:" + " end the other; this one keeps trying.";
    static final String WEBHOOK = "A webhook was set for this bot, so that Telegram sends nothing here:"
            + " remove it or start this program again; it keeps trying.";
    static final String WRONG_TOKEN =
            "Telegram refuses the token: set FOOTNOTE_TELEGRAM_TOKEN to the one that BotFather"
                    + " shows for this bot.";

    private final Consumer<String> notice;
    private @Nullable String present;

    Troubles(Consumer<String> notice) {
        this.notice = notice;
    }

    synchronized void arose(String trouble) {
        if (!trouble.equals(present)) {
            present = trouble;
            notice.accept(trouble);
        }
    }

    synchronized void over() {
        if (present != null) {
            present = null;
            notice.accept("Telegram answers again.");
        }
    }
}
