package io.footnote;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One key of the configuration. The constants are the table that reading, messages and {@code docs/configuration.md}
 * go by. Immutable.
 *
 * @param <T> what the program gets
 * @param name the key, with dots between sections
 * @param type what its value may be
 * @param defaultValue what is taken where it is not set, as it would be written; null for nothing
 * @param secret whether it must stay out of the file
 * @param meaning one line for the person who sets it
 */
record SettingKey<T>(
        String name, ValueType<T> type, @Nullable String defaultValue, boolean secret, String meaning) {

    static final SettingKey<String> ARTICLE_PATH = key(
            "article.path",
            ValueType.path(),
            "config/articles",
            "The article, or the folder of articles, that questions are about.");
    static final SettingKey<String> DATA_DIR = key(
            "data-dir",
            ValueType.path(),
            "data",
            "The folder for the index and the embedded database; made when missing.");

    static final SettingKey<Settings.Provider> MODEL_PROVIDER = key(
            "model.provider",
            ValueType.oneOf(Settings.Provider.class),
            "none",
            "Who writes the answers: `none` is the embedded answerer, which needs no network.");
    static final SettingKey<URI> MODEL_BASE_URL = key(
            "model.base-url",
            ValueType.url(),
            null,
            "Where the model answers; the provider's own address when not set.");
    static final SettingKey<String> MODEL_NAME =
            key("model.name", ValueType.text(), null, "The provider's name for the model; needed with any provider.");
    static final SettingKey<Secret> MODEL_API_KEY = secret(
            "model.api-key",
            ValueType.secret(),
            "The provider's key; not needed with `ollama` or where `model.base-url` is set.");
    static final SettingKey<Duration> MODEL_TIMEOUT = key(
            "model.timeout",
            ValueType.duration("1ms", "10m"),
            "30s",
            "The longest a call to the model may take; then the embedded answerer answers.");
    static final SettingKey<Integer> MODEL_MAX_OUTPUT_TOKENS = key(
            "model.max-output-tokens",
            ValueType.integer(1, 1_000_000),
            "1024",
            "The longest reply of the model, in tokens.");
    static final SettingKey<Integer> MODEL_MAX_INPUT_TOKENS = key(
            "model.max-input-tokens",
            ValueType.integer(100, 2_000_000),
            "16000",
            "How much of an article the model is shown, in tokens by estimate: all of it when it fits, otherwise the"
                    + " passages that rank best.");
    static final SettingKey<BigDecimal> MODEL_DAILY_BUDGET = key(
            "model.daily-budget",
            ValueType.dollars(),
            null,
            "The most to spend on the model in a day (UTC), in US dollars, by the prices in `config/prices.yaml`; no"
                    + " limit when not set.");
    static final SettingKey<BigDecimal> MODEL_DAILY_BUDGET_PER_READER =
            key("model.daily-budget-per-reader", ValueType.dollars(), null, "The same for each reader.");

    static final SettingKey<String> GATE_ENTAILMENT_MODEL = key(
            "gate.entailment-model",
            ValueType.path(),
            null,
            "An ONNX file with `tokenizer.json` and `config.json` beside it, whose model also has to find that a"
                    + " statement follows; none when not set.");
    static final SettingKey<Boolean> GATE_JUDGE = key(
            "gate.judge",
            ValueType.truth(),
            "false",
            "Whether the chat model is also asked, in a call for each statement, whether its sentences support it.");

    static final SettingKey<Secret> TELEGRAM_TOKEN = secret(
            "telegram.token",
            ValueType.secretOf("[A-Za-z0-9_:-]+", "the token from BotFather, such as 123456:ABC-DEF"),
            "The bot's token from BotFather.");
    static final SettingKey<URI> TELEGRAM_API_URL =
            key("telegram.api-url", ValueType.origin(), "https://api.telegram.org", "The server of the Bot API.");
    static final SettingKey<Settings.TelegramMode> TELEGRAM_MODE = key(
            "telegram.mode",
            ValueType.oneOf(Settings.TelegramMode.class),
            "polling",
            "Whether the bot asks Telegram for messages, or Telegram calls the bot.");
    static final SettingKey<URI> TELEGRAM_WEBHOOK_URL = key(
            "telegram.webhook-url", ValueType.url(), null, "The address Telegram is to call; needed with `webhook`.");
    static final SettingKey<Secret> TELEGRAM_WEBHOOK_SECRET = secret(
            "telegram.webhook-secret",
            ValueType.secretOf("[A-Za-z0-9_-]{1,256}", "1 to 256 of A-Z, a-z, 0-9, _ and -"),
            "What Telegram sends along to prove that it is Telegram; needed with `webhook`.");

    static final SettingKey<String> TELEGRAM_WEBHOOK_BIND = key(
            "telegram.webhook-bind",
            ValueType.host(),
            "127.0.0.1",
            "The address on which Telegram's calls are listened for, usually from a proxy that adds https.");
    static final SettingKey<Integer> TELEGRAM_WEBHOOK_PORT = key(
            "telegram.webhook-port",
            ValueType.integer(0, 65_535),
            "8443",
            "The port for them; 0 takes any free one, and the log says which.");

    static final SettingKey<Integer> FAIR_USE_PER_READER = key(
            "fair-use.per-reader",
            ValueType.integer(1, 1_000_000),
            "30",
            "How many questions the bot takes from one reader within ten minutes.");
    static final SettingKey<Integer> FAIR_USE_PER_GROUP = key(
            "fair-use.per-group",
            ValueType.integer(1, 1_000_000),
            "60",
            "How many it takes from one group within ten minutes.");
    static final SettingKey<Integer> FAIR_USE_OVERALL = key(
            "fair-use.overall",
            ValueType.integer(1, 1_000_000),
            "3000",
            "How many it takes in all within ten minutes.");

    static final SettingKey<String> STORAGE_URL =
            key("storage.url", ValueType.jdbc(), null, "The database; SQLite in `data-dir` when not set.");
    static final SettingKey<String> STORAGE_USER =
            key("storage.user", ValueType.text(), null, "Who signs in to PostgreSQL.");
    static final SettingKey<Secret> STORAGE_PASSWORD =
            secret("storage.password", ValueType.password(), "Their password.");

    static final SettingKey<Integer> DESK_PORT = key(
            "desk.port",
            ValueType.integer(0, 65_535),
            "8080",
            "The port of the moderators' pages; 0 takes any free one, and the log says which.");
    static final SettingKey<String> DESK_BIND = key(
            "desk.bind", ValueType.host(), "127.0.0.1", "The address they listen on; by default this machine only.");
    static final SettingKey<URI> DESK_PUBLIC_URL =
            key("desk.public-url", ValueType.url(), null, "How moderators reach them; the bound address when not set.");
    static final SettingKey<Boolean> DESK_BEHIND_PROXY = key(
            "desk.behind-proxy",
            ValueType.truth(),
            "false",
            "Whether a proxy in front is to be believed about who calls.");
    static final SettingKey<Boolean> DESK_READING_PAGES = key(
            "desk.reading-pages",
            ValueType.truth(),
            "false",
            "Whether articles can be read there by everybody, with an anchor at every sentence.");

    static final SettingKey<Set<Long>> MODERATORS =
            key("moderators", ValueType.userIds(), null, "Who may review answers.");
    static final SettingKey<Set<Long>> ADMINISTRATORS =
            key("administrators", ValueType.userIds(), null, "Who may also change things.");

    static final SettingKey<Duration> PRIVACY_RETENTION =
            key("privacy.retention", ValueType.duration("1s", "36500d"), "90d", "How long questions are kept.");
    static final SettingKey<Secret> PRIVACY_KEY =
            secret("privacy.key", ValueType.password(), "The key that pseudonymises and encrypts personal data.");

    static final SettingKey<Boolean> FETCH_ALLOW_PRIVATE = key(
            "fetch.allow-private",
            ValueType.truth(),
            "false",
            "Whether articles may be fetched from this machine and from private networks; for intranets and tests.");
    static final SettingKey<Duration> FETCH_TIMEOUT = key(
            "fetch.timeout",
            ValueType.duration("1ms", "10m"),
            "20s",
            "The longest that fetching an article may take from its start to its last byte.");

    static final SettingKey<String> ENCODER_MULTILINGUAL_PATH = key(
            "encoder.multilingual-path",
            ValueType.path(),
            null,
            "A folder with `model.onnx` and `tokenizer.json` of an encoder of many languages with 384 dimensions, for"
                    + " articles in other languages than English; these are searched by their words alone when not set.");
    static final SettingKey<String> ENCODER_MULTILINGUAL_QUESTION_PREFIX = key(
            "encoder.multilingual-question-prefix",
            ValueType.text(),
            null,
            "What that encoder wants before a question, such as `query:`.");
    static final SettingKey<String> ENCODER_MULTILINGUAL_PASSAGE_PREFIX = key(
            "encoder.multilingual-passage-prefix",
            ValueType.text(),
            null,
            "What it wants before a passage, such as `passage:`.");
    static final SettingKey<Settings.Pooling> ENCODER_MULTILINGUAL_POOLING = key(
            "encoder.multilingual-pooling",
            ValueType.oneOf(Settings.Pooling.class),
            "mean",
            "Whether it takes the mean of a text's tokens or the first of them for the whole.");

    /** Every key, in the order in which they are documented. */
    static final List<SettingKey<?>> ALL = List.of(
            ARTICLE_PATH,
            DATA_DIR,
            FETCH_ALLOW_PRIVATE,
            FETCH_TIMEOUT,
            ENCODER_MULTILINGUAL_PATH,
            ENCODER_MULTILINGUAL_QUESTION_PREFIX,
            ENCODER_MULTILINGUAL_PASSAGE_PREFIX,
            ENCODER_MULTILINGUAL_POOLING,
            MODEL_PROVIDER,
            MODEL_BASE_URL,
            MODEL_NAME,
            MODEL_API_KEY,
            MODEL_TIMEOUT,
            MODEL_MAX_OUTPUT_TOKENS,
            MODEL_MAX_INPUT_TOKENS,
            MODEL_DAILY_BUDGET,
            MODEL_DAILY_BUDGET_PER_READER,
            GATE_ENTAILMENT_MODEL,
            GATE_JUDGE,
            TELEGRAM_TOKEN,
            TELEGRAM_API_URL,
            TELEGRAM_MODE,
            TELEGRAM_WEBHOOK_URL,
            TELEGRAM_WEBHOOK_SECRET,
            TELEGRAM_WEBHOOK_BIND,
            TELEGRAM_WEBHOOK_PORT,
            FAIR_USE_PER_READER,
            FAIR_USE_PER_GROUP,
            FAIR_USE_OVERALL,
            STORAGE_URL,
            STORAGE_USER,
            STORAGE_PASSWORD,
            DESK_PORT,
            DESK_BIND,
            DESK_PUBLIC_URL,
            DESK_BEHIND_PROXY,
            DESK_READING_PAGES,
            MODERATORS,
            ADMINISTRATORS,
            PRIVACY_RETENTION,
            PRIVACY_KEY);

    private static <T> SettingKey<T> key(
            String name, ValueType<T> type, @Nullable String defaultValue, String meaning) {
        return new SettingKey<>(name, type, defaultValue, false, meaning);
    }

    private static SettingKey<Secret> secret(String name, ValueType<Secret> type, String meaning) {
        return new SettingKey<>(name, type, null, true, meaning);
    }

    /** The environment variable that sets it: {@code telegram.api-url} is {@code FOOTNOTE_TELEGRAM_API_URL}. */
    String variable() {
        return "FOOTNOTE_" + name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** For a secret, the environment variable that names a file with it. */
    String fileVariable() {
        return variable() + "_FILE";
    }
}
