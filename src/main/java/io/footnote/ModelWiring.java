package io.footnote;

import static java.util.Objects.requireNonNull;

import io.footnote.model.Budget;
import io.footnote.model.ChatEndpoint;
import io.footnote.model.LanguageModel;
import io.footnote.model.Prices;
import io.footnote.storage.Database;
import io.footnote.storage.SpendingRecords;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the chat model's address and budget of the settings. */
final class ModelWiring {
    private ModelWiring() {}

    /** The chat model configured, or null where the embedded answerer answers. */
    static @Nullable LanguageModel model(
            Settings.Model configured, Path home, Supplier<Database> database, Consumer<String> notice) {
        return endpoint(configured)
                .map(chosen -> LanguageModel.at(
                        chosen, budget(chosen.engine(), configured, home, database, notice), InstantSource.system()))
                .orElse(null);
    }

    /** The chat model configured, or nothing where the embedded answerer answers. */
    static Optional<ChatEndpoint> endpoint(Settings.Model configured) {
        if (configured.provider() == Settings.Provider.NONE) {
            return Optional.empty();
        }
        return Optional.of(new ChatEndpoint(
                configured.provider().name().toLowerCase(Locale.ROOT),
                configured.baseUrl(),
                requireNonNull(configured.name(), "settings name the model of a provider"),
                configured.apiKey() == null ? null : configured.apiKey().value(),
                configured.timeout(),
                configured.maxOutputTokens()));
    }

    /**
     * What may be spent, and what was.
     *
     * @param engine the model's name with its provider
     * @param home the project's folder, whose {@code config} has the prices
     * @param database where what was spent is kept
     * @param notice told when the price is not known
     */
    static Budget budget(
            String engine, Settings.Model configured, Path home, Supplier<Database> database, Consumer<String> notice) {
        Prices prices = PriceTable.read(home.resolve("config").resolve("prices.yaml"));
        if (prices.of(engine) == null) {
            if (configured.dailyBudget() != null || configured.dailyBudgetPerReader() != null) {
                throw new SettingsException(List.of("model.daily-budget cannot be kept, because config/prices.yaml has"
                        + " no price for " + engine + ": add it, or set no budget."));
            }
            notice.accept("what " + engine + " costs is unknown: config/prices.yaml has no price for it.");
        }
        return new Budget(
                prices,
                new SpendingRecords(database.get()),
                configured.dailyBudget(),
                configured.dailyBudgetPerReader(),
                InstantSource.system());
    }
}
