package io.footnote.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.model.ModelCall.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class BudgetTest {
    private static final String ENGINE = "openai:m";

    /** One dollar a million tokens read, two a million written: one token read costs one millionth. */
    private static final Prices PRICES =
            new Prices(Map.of(ENGINE, new Prices.Price(new BigDecimal("1"), new BigDecimal("2"))));

    private final Map<String, Long> spent = new HashMap<>();
    private Instant now = Instant.parse("2026-11-26T23:59:59Z");
    private final Spending spending = new Spending() {
        @Override
        public long spent(LocalDate day, String account) {
            return spent.getOrDefault(day + account, 0L);
        }

        @Override
        public void add(LocalDate day, String account, long microdollars) {
            spent.merge(day + account, microdollars, Long::sum);
        }
    };
    private final InstantSource clock = () -> now;

    private Budget budget(String daily, String perReader) {
        return new Budget(PRICES, spending, new BigDecimal(daily), new BigDecimal(perReader), clock);
    }

    @Test
    void aRequestMayCostWhatIsLeftAndNotOneMore() {
        Budget budget = budget("0.01", "1");
        assertThat(budget.reserve(ENGINE, null, 10_001, 0)).isNull();
        Budget.Reservation money = reserved(budget, 8_000, 1_000);
        assertThat(budget.reserve(ENGINE, null, 1, 0))
                .as("the rest is set aside")
                .isNull();
        assertThat(money.settle(Outcome.REPLIED, 4_000, 500, "x")).isEqualTo(5_000);
        assertThat(budget.reserve(ENGINE, null, 5_001, 0)).isNull();
        assertThat(budget.reserve(ENGINE, null, 5_000, 0)).isNotNull();
    }

    @Test
    void everyReaderHasTheirOwn() {
        Budget budget = budget("1", "0.01");
        budget.reserve(ENGINE, "ann", 10_000, 0);
        assertThat(budget.reserve(ENGINE, "ann", 1, 0)).isNull();
        assertThat(budget.reserve(ENGINE, "bob", 10_000, 0)).isNotNull();
    }

    @Test
    void aNewDayBeginsAtMidnightUtc() {
        Budget budget = budget("0.01", "1");
        Budget.Reservation money = reserved(budget, 10_000, 0);
        money.settle(Outcome.REPLIED, 10_000, 0, "x");
        assertThat(budget.reserve(ENGINE, null, 1, 0)).isNull();
        now = now.plusSeconds(1);
        assertThat(budget.reserve(ENGINE, null, 10_000, 0)).isNotNull();
    }

    @Test
    void whatNobodyCountedIsEstimatedAndALateReplyCountsWhole() {
        Budget budget = budget("1", "1");
        assertThat(reserved(budget, 100, 50).settle(Outcome.REPLIED, null, null, "eight le"))
                .isEqualTo(104);
        assertThat(reserved(budget, 100, 50).settle(Outcome.TIMED_OUT, null, null, null))
                .isEqualTo(200);
        assertThat(reserved(budget, 100, 50).settle(Outcome.FORBIDDEN, null, null, null))
                .isZero();
    }

    private static Budget.Reservation reserved(Budget budget, int input, int output) {
        return Objects.requireNonNull(budget.reserve(ENGINE, null, input, output), "within the budget");
    }

    @Test
    void aPriceMayStandForAllModelsOfAProvider() {
        Prices.Price free = new Prices.Price(BigDecimal.ZERO, BigDecimal.ZERO);
        Prices prices = new Prices(Map.of("ollama:*", free));
        assertThat(prices.of("ollama:any")).isEqualTo(free);
        assertThat(prices.of("openai:any")).isNull();
        assertThat(prices.microdollars("openai:any", 1, 1)).isEmpty();
    }
}
