package io.footnote.telegram;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the bot runs. Immutable.
 *
 * @param token what BotFather gave
 * @param apiUrl scheme, host and port of the Bot API
 * @param webhook where Telegram is to call, or null to poll
 * @param limits how much may be asked
 * @param moderators Telegram ids of those who have the moderators' commands
 * @param retention how long questions are kept
 * @param dailyBudget what may be spent on chat models in a day, in millionths of a US dollar, more than 0; null for no
 *     limit
 */
public record BotOptions(
        String token,
        URI apiUrl,
        @Nullable Webhook webhook,
        Limits limits,
        Set<Long> moderators,
        Duration retention,
        @Nullable Long dailyBudget) {
    private static final Pattern TOKEN = Pattern.compile("\\d{1,18}:[A-Za-z0-9_-]+");

    /** @throws BotException when the token cannot be one */
    public BotOptions {
        requireToken(token);
        moderators = Set.copyOf(moderators);
    }

    /** Without a budget. @throws BotException when the token cannot be one */
    public BotOptions(
            String token,
            URI apiUrl,
            @Nullable Webhook webhook,
            Limits limits,
            Set<Long> moderators,
            Duration retention) {
        this(token, apiUrl, webhook, limits, moderators, retention, null);
    }

    static void requireToken(String token) {
        if (!TOKEN.matcher(token).matches()) {
            throw new BotException(Troubles.WRONG_TOKEN);
        }
    }

    /** The bot's user id, which its token begins with. */
    long botId() {
        return Long.parseLong(token.substring(0, token.indexOf(':')));
    }

    /**
     * How many questions may be asked within ten minutes.
     *
     * @param perReader by one reader, at least 1
     * @param perGroup in one group, at least 1
     * @param overall by all together, at least 1
     */
    public record Limits(int perReader, int perGroup, int overall) {
        /** @throws IllegalArgumentException when one is below 1 */
        public Limits {
            if (perReader < 1 || perGroup < 1 || overall < 1) {
                throw new IllegalArgumentException(
                        "limits must be at least 1, got " + perReader + ", " + perGroup + ", " + overall);
            }
        }
    }

    /**
     * The endpoint that Telegram calls.
     *
     * @param url the address that Telegram is given
     * @param secret what Telegram sends along
     * @param bind the address to listen on
     * @param port from 0 to 65535; 0 takes any free one
     */
    public record Webhook(URI url, String secret, String bind, int port) {}
}
