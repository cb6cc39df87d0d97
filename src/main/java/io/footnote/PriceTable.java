package io.footnote;

import io.footnote.model.Prices;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads the file of what models cost: {@code PROVIDER:MODEL: {input: DOLLARS, output: DOLLARS}}, in US dollars per
 * million tokens; {@code PROVIDER:*} stands for every other model of a provider.
 */
final class PriceTable {
    private static final int MAX_BYTES = 1 << 20;

    private PriceTable() {}

    /**
     * Reads it; without the file there are no prices.
     *
     * @throws SettingsException when it cannot be read or says anything else
     */
    static Prices read(Path file) {
        if (!Files.exists(file)) {
            return Prices.NONE;
        }
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw wrong(file, "it has more than 1 MiB");
            }
            Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
            Map<String, Prices.Price> prices = new HashMap<>();
            if (read != null) {
                mapping(file, "the file", read)
                        .forEach((engine, price) ->
                                prices.put(String.valueOf(engine), price(file, String.valueOf(engine), price)));
            }
            return new Prices(prices);
        } catch (IOException | YAMLException e) {
            throw wrong(file, "it cannot be read as YAML");
        }
    }

    private static Prices.Price price(Path file, String engine, @Nullable Object written) {
        Map<?, ?> price = mapping(file, engine, written);
        return new Prices.Price(dollars(file, engine, price.get("input")), dollars(file, engine, price.get("output")));
    }

    private static Map<?, ?> mapping(Path file, String what, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw wrong(file, what + " must be written PROVIDER:MODEL: {input: DOLLARS, output: DOLLARS}");
    }

    private static BigDecimal dollars(Path file, String engine, @Nullable Object value) {
        String written = String.valueOf(value);
        if (!written.matches("\\d{1,6}(\\.\\d{1,6})?")) {
            throw wrong(file, engine + " must have input and output, US dollars per million tokens such as 0.15");
        }
        return new BigDecimal(written);
    }

    private static SettingsException wrong(Path file, String what) {
        return new SettingsException(List.of(file.getFileName() + ": " + what + "."));
    }
}
