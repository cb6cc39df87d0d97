package io.footnote;

import static java.util.Objects.requireNonNull;

import io.footnote.article.Article;
import io.footnote.desk.Desk;
import io.footnote.storage.Database;
import io.footnote.telegram.Bot;
import io.footnote.telegram.BotOptions;
import java.math.BigDecimal;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the bot's options of the settings. */
final class BotWiring {
    private BotWiring() {}

    /** @throws SettingsException when there is no token */
    static BotOptions options(Settings settings) {
        Settings.Telegram configured = settings.telegram();
        Secret token = configured.token();
        if (token == null) {
            throw new SettingsException(List.of("telegram.token is missing: set FOOTNOTE_TELEGRAM_TOKEN or"
                    + " FOOTNOTE_TELEGRAM_TOKEN_FILE to what BotFather gave."));
        }
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
                settings.privacy().retention(),
                dailyBudget(settings.model()));
    }

    /** In millionths of a US dollar; nothing where none is set, or where nothing can be spent. */
    private static @Nullable Long dailyBudget(Settings.Model model) {
        BigDecimal dollars = model.dailyBudget();
        return model.provider() == Settings.Provider.NONE || dollars == null || dollars.signum() == 0
                ? null
                : Long.valueOf(dollars.movePointRight(6).longValueExact());
    }

    /** The bot with quizzes. */
    static Bot bot(
            Application application,
            BotOptions options,
            Database database,
            BotAnswers answers,
            Supplier<List<Article>> articles,
            Consumer<String> notice,
            @Nullable Desk desk) {
        return new Bot(
                options,
                database,
                application.personalData(),
                answers,
                articles,
                QuizWiring.quizzing(application),
                InstantSource.system(),
                notice,
                desk == null ? null : desk::link);
    }
}
