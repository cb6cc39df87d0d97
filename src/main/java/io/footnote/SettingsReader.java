package io.footnote;

import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and checks the configuration. For one use by one thread. */
final class SettingsReader {
    private final Path home;
    private final List<String> problems = new ArrayList<>();
    private final SmallRyeConfig config;

    SettingsReader(Path home, Map<String, String> environment) {
        this.home = home;
        this.config = new SettingSources(home, environment, problems::add).read();
    }

    /** @throws SettingsException with every problem at once */
    Settings read() {
        Settings settings = new Settings(
                path(SettingKey.ARTICLE_PATH),
                path(SettingKey.DATA_DIR),
                new Settings.Fetch(required(SettingKey.FETCH_ALLOW_PRIVATE), required(SettingKey.FETCH_TIMEOUT)),
                multilingualEncoder(),
                model(),
                new Settings.Gate(optionalPath(SettingKey.GATE_ENTAILMENT_MODEL), required(SettingKey.GATE_JUDGE)),
                telegram(),
                new Settings.FairUse(
                        required(SettingKey.FAIR_USE_PER_READER),
                        required(SettingKey.FAIR_USE_PER_GROUP),
                        required(SettingKey.FAIR_USE_OVERALL)),
                new Settings.Storage(
                        storageUrl(), optional(SettingKey.STORAGE_USER), optional(SettingKey.STORAGE_PASSWORD)),
                new Settings.Desk(
                        required(SettingKey.DESK_PORT),
                        required(SettingKey.DESK_BIND),
                        optional(SettingKey.DESK_PUBLIC_URL),
                        required(SettingKey.DESK_BEHIND_PROXY),
                        required(SettingKey.DESK_READING_PAGES)),
                ids(SettingKey.MODERATORS),
                ids(SettingKey.ADMINISTRATORS),
                new Settings.Privacy(required(SettingKey.PRIVACY_RETENTION), optional(SettingKey.PRIVACY_KEY)));
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return settings;
    }

    private Settings.@Nullable MultilingualEncoder multilingualEncoder() {
        String written = optional(SettingKey.ENCODER_MULTILINGUAL_PATH);
        String question = optional(SettingKey.ENCODER_MULTILINGUAL_QUESTION_PREFIX);
        String passage = optional(SettingKey.ENCODER_MULTILINGUAL_PASSAGE_PREFIX);
        Settings.Pooling pooling = required(SettingKey.ENCODER_MULTILINGUAL_POOLING);
        return written == null
                ? null
                : new Settings.MultilingualEncoder(
                        resolve(SettingKey.ENCODER_MULTILINGUAL_PATH, written),
                        question == null ? "" : question,
                        passage == null ? "" : passage,
                        pooling);
    }

    private Settings.Model model() {
        Settings.Model model = new Settings.Model(
                required(SettingKey.MODEL_PROVIDER),
                optional(SettingKey.MODEL_BASE_URL),
                optional(SettingKey.MODEL_NAME),
                optional(SettingKey.MODEL_API_KEY),
                required(SettingKey.MODEL_TIMEOUT),
                required(SettingKey.MODEL_MAX_OUTPUT_TOKENS),
                required(SettingKey.MODEL_MAX_INPUT_TOKENS),
                optional(SettingKey.MODEL_DAILY_BUDGET),
                optional(SettingKey.MODEL_DAILY_BUDGET_PER_READER));
        if (model.provider() != Settings.Provider.NONE) {
            String because = "model.provider is " + given(SettingKey.MODEL_PROVIDER);
            need(SettingKey.MODEL_NAME, because);
            boolean ownServer =
                    model.provider() == Settings.Provider.OLLAMA || given(SettingKey.MODEL_BASE_URL) != null;
            if (!ownServer) {
                need(SettingKey.MODEL_API_KEY, because + " and model.base-url is not set");
            }
        }
        return model;
    }

    private Settings.Telegram telegram() {
        Settings.Telegram telegram = new Settings.Telegram(
                optional(SettingKey.TELEGRAM_TOKEN),
                required(SettingKey.TELEGRAM_API_URL),
                required(SettingKey.TELEGRAM_MODE),
                optional(SettingKey.TELEGRAM_WEBHOOK_URL),
                optional(SettingKey.TELEGRAM_WEBHOOK_SECRET),
                required(SettingKey.TELEGRAM_WEBHOOK_BIND),
                required(SettingKey.TELEGRAM_WEBHOOK_PORT));
        if (telegram.mode() == Settings.TelegramMode.WEBHOOK) {
            need(SettingKey.TELEGRAM_WEBHOOK_URL, "telegram.mode is webhook");
            need(SettingKey.TELEGRAM_WEBHOOK_SECRET, "telegram.mode is webhook");
        }
        return telegram;
    }

    private void need(SettingKey<?> key, String because) {
        if (given(key) == null) {
            String how = key.secret() ? "set " + key.variable() + " or " + key.fileVariable() : "set it";
            problems.add(key.name() + " is missing, and " + because + ": " + how + ".");
        }
    }

    /** What was written, before anybody judged it. */
    private @Nullable String given(SettingKey<?> key) {
        return config.getConfigValue(key.name()).getValue();
    }

    /** The value of a key, or null where it is not set or not allowed; the latter is noted. */
    private <T> @Nullable T optional(SettingKey<T> key) {
        ConfigValue written = config.getConfigValue(key.name());
        if (written.getValue() == null) {
            return null;
        }
        T value = key.type().parser().apply(written.getValue());
        if (value == null) {
            problems.add(wrong(key, written.getValue()));
        }
        return value;
    }

    /** The value of a key that has a default; where it is not allowed this is noted, and the default serves for now. */
    private <T> T required(SettingKey<T> key) {
        T value = optional(key);
        if (value == null && key.defaultValue() != null) {
            value = key.type().parser().apply(key.defaultValue());
        }
        if (value == null) {
            throw new IllegalStateException(key.name() + " must have a default that is allowed");
        }
        return value;
    }

    private static String wrong(SettingKey<?> key, String written) {
        String got = key.type().shown() ? ", got " + Message.quoted(written) : "";
        return key.name() + " must be " + key.type().allowed() + got + ".";
    }

    private Path path(SettingKey<String> key) {
        return resolve(key, required(key));
    }

    private @Nullable Path optionalPath(SettingKey<String> key) {
        String written = optional(key);
        return written == null ? null : resolve(key, written);
    }

    private Path resolve(SettingKey<String> key, String written) {
        try {
            return home.resolve(written).normalize();
        } catch (InvalidPathException e) {
            problems.add(wrong(key, written));
            return home;
        }
    }

    private @Nullable String storageUrl() {
        String url = optional(SettingKey.STORAGE_URL);
        return url != null && url.startsWith(ValueType.SQLITE)
                ? ValueType.SQLITE + resolve(SettingKey.STORAGE_URL, url.substring(ValueType.SQLITE.length()))
                : url;
    }

    private Set<Long> ids(SettingKey<Set<Long>> key) {
        Set<Long> ids = optional(key);
        return ids == null ? Set.of() : ids;
    }
}
