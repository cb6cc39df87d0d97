package io.footnote;

import io.footnote.language.MultilingualModel;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be configured, checked. Immutable; {@link SettingKey} lists the keys with their defaults and
 * limits. Relative paths are resolved against the home folder.
 *
 * @param articlePath the article, or the folder of articles, served by default
 * @param dataDir where the index and the embedded database live; need not exist yet
 * @param multilingualEncoder for articles in other languages than English, or null where there is none
 * @param moderators Telegram user ids of those who may review answers
 * @param administrators Telegram user ids of those who may also change things
 */
public record Settings(
        Path articlePath,
        Path dataDir,
        Fetch fetch,
        @Nullable MultilingualEncoder multilingualEncoder,
        Model model,
        Gate gate,
        Telegram telegram,
        FairUse fairUse,
        Storage storage,
        Desk desk,
        Set<Long> moderators,
        Set<Long> administrators,
        Privacy privacy) {

    /** Makes the sets immutable. */
    public Settings {
        moderators = Set.copyOf(moderators);
        administrators = Set.copyOf(administrators);
    }

    /**
     * Reads {@code config/footnote.yaml} under {@code home}, or the file that {@code FOOTNOTE_CONFIG} names, and the
     * {@code FOOTNOTE_…} variables, which win over the file.
     *
     * @param home the project's folder, which relative paths are resolved against
     * @param environment the environment variables; nothing else of the process is looked at
     * @throws SettingsException with every problem at once
     */
    public static Settings load(Path home, Map<String, String> environment) {
        return new SettingsReader(home, environment).read();
    }

    /** Who writes the drafts. */
    public enum Provider {
        /** No language model: the embedded answerer. */
        NONE,
        /** OpenAI, or any server that speaks its protocol. */
        OPENAI,
        /** Anthropic. */
        ANTHROPIC,
        /** Google Gemini. */
        GEMINI,
        /** A local Ollama server. */
        OLLAMA
    }

    /**
     * How articles are fetched from the web.
     *
     * @param allowPrivate whether from this machine and private networks too
     * @param timeout the longest a fetch may take
     */
    public record Fetch(boolean allowPrivate, Duration timeout) {}

    /** What stands for a whole text, of the vectors of its tokens. */
    public enum Pooling {
        /** Their mean. */
        MEAN,
        /** The first. */
        FIRST
    }

    /**
     * An encoder for articles in other languages than English.
     *
     * @param path a folder with its model and its tokenizer
     * @param questionPrefix what it wants before a question, or nothing
     * @param passagePrefix what it wants before a passage, or nothing
     * @param pooling what it takes for a whole text
     */
    public record MultilingualEncoder(Path path, String questionPrefix, String passagePrefix, Pooling pooling) {
        /** As it is loaded: a prefix is parted by a space from what it stands before. */
        MultilingualModel model() {
            return new MultilingualModel(path, before(questionPrefix), before(passagePrefix), pooling == Pooling.MEAN);
        }

        private static String before(String prefix) {
            return prefix.isBlank() ? "" : prefix.strip() + " ";
        }
    }

    /**
     * The chat model.
     *
     * @param provider whose protocol it speaks
     * @param baseUrl where it answers, or null for the provider's own address
     * @param name the provider's name for the model; null only without a provider
     * @param apiKey the key, or null where the server may do without
     * @param timeout the longest a call may take
     * @param maxOutputTokens the longest reply, in tokens
     * @param maxInputTokens how much of an article it is shown, in tokens by estimate
     * @param dailyBudget the most to spend in a day, in US dollars, or null for no limit
     * @param dailyBudgetPerReader the same for each reader
     */
    public record Model(
            Provider provider,
            @Nullable URI baseUrl,
            @Nullable String name,
            @Nullable Secret apiKey,
            Duration timeout,
            int maxOutputTokens,
            int maxInputTokens,
            @Nullable BigDecimal dailyBudget,
            @Nullable BigDecimal dailyBudgetPerReader) {}

    /**
     * Who else is asked about a statement that the gate passes.
     *
     * @param entailmentModel the ONNX file of a model for entailment, or null for none
     * @param judge whether the chat model is asked
     */
    public record Gate(@Nullable Path entailmentModel, boolean judge) {}

    /** How updates arrive from Telegram. */
    public enum TelegramMode {
        /** The bot asks for them. */
        POLLING,
        /** Telegram calls the bot. */
        WEBHOOK
    }

    /**
     * The bot.
     *
     * @param token what BotFather gave, or null when no bot is to run
     * @param apiUrl scheme, host and port of the Bot API
     * @param mode how updates arrive
     * @param webhookUrl the address Telegram is to call; null only when polling
     * @param webhookSecret what Telegram sends along to prove itself; null only when polling
     * @param webhookBind the address on which its calls are listened for
     * @param webhookPort from 0 to 65535; 0 takes any free one
     */
    public record Telegram(
            @Nullable Secret token,
            URI apiUrl,
            TelegramMode mode,
            @Nullable URI webhookUrl,
            @Nullable Secret webhookSecret,
            String webhookBind,
            int webhookPort) {}

    /**
     * How many questions the bot takes within ten minutes.
     *
     * @param perReader of one reader
     * @param perGroup of one group
     * @param overall of all together
     */
    public record FairUse(int perReader, int perGroup, int overall) {}

    /**
     * Where the database is.
     *
     * @param url a JDBC address, or null for SQLite in the data folder
     * @param user who signs in, or null
     * @param password their password, or null
     */
    public record Storage(
            @Nullable String url,
            @Nullable String user,
            @Nullable Secret password) {}

    /**
     * The moderators' web pages.
     *
     * @param port from 0 to 65535; 0 takes any free one
     * @param bind the address to listen on
     * @param publicUrl how moderators reach it, or null for the bound address
     * @param behindProxy whether a proxy in front says who calls
     * @param readingPages whether articles can be read there by everybody
     */
    public record Desk(int port, String bind, @Nullable URI publicUrl, boolean behindProxy, boolean readingPages) {}

    /**
     * What becomes of personal data.
     *
     * @param retention how long questions are kept
     * @param key pseudonymises and encrypts; null where none is set
     */
    public record Privacy(Duration retention, @Nullable Secret key) {}
}
