package io.footnote.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What models cost, in US dollars per million tokens. Immutable.
 *
 * @param byEngine prices by {@code PROVIDER:MODEL}, or by {@code PROVIDER:*} for every other model of a provider
 */
public record Prices(Map<String, Price> byEngine) {
    /** No prices: every cost is unknown. */
    public static final Prices NONE = new Prices(Map.of());

    /**
     * The price of one model.
     *
     * @param input US dollars per million tokens read, at least 0
     * @param output US dollars per million tokens written, at least 0
     */
    public record Price(BigDecimal input, BigDecimal output) {
        /** @throws IllegalArgumentException when one is below 0 */
        public Price {
            if (input.signum() < 0 || output.signum() < 0) {
                throw new IllegalArgumentException("prices must be at least 0, got " + input + " and " + output);
            }
        }

        /** The cost in millionths of a US dollar, rounded up. One token at one dollar a million costs one. */
        long microdollars(long inputTokens, long outputTokens) {
            return input.multiply(BigDecimal.valueOf(inputTokens))
                    .add(output.multiply(BigDecimal.valueOf(outputTokens)))
                    .setScale(0, RoundingMode.CEILING)
                    .longValueExact();
        }
    }

    /** Makes the map immutable. */
    public Prices {
        byEngine = Map.copyOf(byEngine);
    }

    /** The price of a model, or null where it is unknown. @param engine {@code PROVIDER:MODEL} */
    public @Nullable Price of(String engine) {
        Price exact = byEngine.get(engine);
        return exact != null ? exact : byEngine.get(engine.substring(0, engine.indexOf(':') + 1) + "*");
    }

    /** The cost in millionths of a US dollar; nothing where the price is unknown. */
    OptionalLong microdollars(String engine, long inputTokens, long outputTokens) {
        Price price = of(engine);
        return price == null ? OptionalLong.empty() : OptionalLong.of(price.microdollars(inputTokens, outputTokens));
    }
}
