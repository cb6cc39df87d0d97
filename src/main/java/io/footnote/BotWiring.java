package io.footnote;

import static java.util.Objects.requireNonNull;

import io.footnote.telegram.BotOptions;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;

/** Makes the bot's options of the settings. */
final class BotWiring {
    private BotWiring() {}

    /** @param token what BotFather gave */
    static BotOptions options(Settings settings, Secret token) {
        Settings.Telegram configured = settings.telegram();
        URI url = configured.webhookUrl();
        Secret secret = configured.webhookSecret();
        boolean called = configured.mode() == Settings.TelegramMode.WEBHOOK && url != null && secret != null;
        Settings.FairUse fairUse = settings.fairUse();
        Set<Long> moderators = new HashSet<>(settings.moderators());
        moderators.addAll(settings.administrators());
        return new BotOptions(
                token.value(),
                configured.apiUrl(),
                called
                        ? new BotOptions.Webhook(
                                requireNonNull(url),
                                requireNonNull(secret).value(),
                                configured.webhookBind(),
                                configured.webhookPort())
                        : null,
                new BotOptions.Limits(fairUse.perReader(), fairUse.perGroup(), fairUse.overall()),
                moderators,
                settings.privacy().retention());
    }
}
