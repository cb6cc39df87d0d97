package io.footnote.model;

import io.footnote.model.ModelCall.Outcome;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What may be spent in a day (UTC), by all together and by each reader. A request is made only while what was spent, what
 * requests under way may cost at most, and what this one may cost at most stay within the limits; so only a wrong
 * estimate of its input, or another process on the same database, can pass them, by the cost of that request. Safe for
 * any number of threads.
 */
public final class Budget {
    /** No limits, and nothing kept. */
    public static final Budget UNLIMITED =
            new Budget(Prices.NONE, Spending.UNRECORDED, null, null, InstantSource.system());

    /** The account of all readers together. */
    public static final String ALL = "all";

    private static final String READER = "reader:";

    private final Prices prices;
    private final Spending spending;
    private final @Nullable Long daily;
    private final @Nullable Long dailyPerReader;
    private final InstantSource clock;
    private final Map<String, Long> reserved = new HashMap<>();

    /**
     * @param daily the most for all readers together, in US dollars, or null for no limit
     * @param dailyPerReader the most for each reader, in US dollars, or null for no limit
     */
    public Budget(
            Prices prices,
            Spending spending,
            @Nullable BigDecimal daily,
            @Nullable BigDecimal dailyPerReader,
            InstantSource clock) {
        this.prices = prices;
        this.spending = spending;
        this.daily = microdollars(daily);
        this.dailyPerReader = microdollars(dailyPerReader);
        this.clock = clock;
    }

    /**
     * The account of one reader.
     *
     * @param reader the name by which the reader is told apart
     */
    public static String accountOf(String reader) {
        return READER + reader;
    }

    private static @Nullable Long microdollars(@Nullable BigDecimal dollars) {
        return dollars == null ? null : dollars.movePointRight(6).longValueExact();
    }

    /** Money set aside for one request. For one thread; settled once. */
    final class Reservation {
        private final String engine;
        private final @Nullable String reader;
        private final int inputTokens;
        private final int outputTokens;
        private final long most;

        private Reservation(String engine, @Nullable String reader, int inputTokens, int outputTokens, long most) {
            this.engine = engine;
            this.reader = reader;
            this.inputTokens = inputTokens;
            this.outputTokens = outputTokens;
            this.most = most;
        }

        /**
         * Books what the request cost and frees the rest.
         *
         * @param input tokens counted by the provider, or null where it did not say
         * @param output the same for the reply
         * @return millionths of a US dollar, or null where the price is unknown
         */
        @Nullable
        Long settle(Outcome outcome, @Nullable Integer input, @Nullable Integer output, @Nullable String reply) {
            OptionalLong cost = cost(outcome, input, output, reply);
            synchronized (Budget.this) {
                release(reader, most);
                cost.ifPresent(amount -> book(reader, amount));
            }
            return cost.isPresent() ? cost.getAsLong() : null;
        }

        private OptionalLong cost(
                Outcome outcome, @Nullable Integer input, @Nullable Integer output, @Nullable String reply) {
            int read = input == null ? inputTokens : input;
            return switch (outcome) {
                case REPLIED, UNREADABLE ->
                    prices.microdollars(
                            engine, read, output != null ? output : reply == null ? 0 : Tokens.estimate(reply));
                // the model may have written to its end without anybody listening
                case TIMED_OUT -> prices.microdollars(engine, read, output == null ? outputTokens : output);
                default ->
                    reply == null
                            ? prices.microdollars(engine, 0, 0)
                            : prices.microdollars(engine, read, Tokens.estimate(reply));
            };
        }
    }

    /**
     * Sets aside what a request may cost at most.
     *
     * @param reader who asks, or null where readers are not told apart
     * @param inputTokens an estimate of the request's tokens
     * @param outputTokens the most tokens of its reply
     * @return nothing when that would pass a limit
     */
    @Nullable
    Reservation reserve(String engine, @Nullable String reader, int inputTokens, int outputTokens) {
        long most = prices.microdollars(engine, inputTokens, outputTokens).orElse(0);
        LocalDate today = today();
        synchronized (this) {
            boolean within = within(daily, today, ALL, most)
                    && (reader == null || within(dailyPerReader, today, accountOf(reader), most));
            if (!within) {
                return null;
            }
            reserved.merge(ALL, most, Long::sum);
            if (reader != null) {
                reserved.merge(accountOf(reader), most, Long::sum);
            }
            return new Reservation(engine, reader, inputTokens, outputTokens, most);
        }
    }

    private boolean within(@Nullable Long limit, LocalDate day, String account, long more) {
        return limit == null || spending.spent(day, account) + reserved.getOrDefault(account, 0L) + more <= limit;
    }

    private void release(@Nullable String reader, long amount) {
        reserved.computeIfPresent(ALL, (account, held) -> held == amount ? null : Long.valueOf(held - amount));
        if (reader != null) {
            reserved.computeIfPresent(
                    accountOf(reader), (account, held) -> held == amount ? null : Long.valueOf(held - amount));
        }
    }

    private void book(@Nullable String reader, long amount) {
        if (amount > 0) {
            spending.add(today(), ALL, amount);
            if (reader != null) {
                spending.add(today(), accountOf(reader), amount);
            }
        }
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
