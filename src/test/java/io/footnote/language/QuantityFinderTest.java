package io.footnote.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.language.Quantity.Bound;
import io.footnote.language.Quantity.Kind;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityFinderTest {

    private final Annotator annotator = new Annotator(Lexicon.english());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "240,000 people|240000|COUNT",
                "240 000 people|240000|COUNT",
                "240 thousand people|240000|COUNT",
                "two hundred and forty thousand people|240000|COUNT",
                "four million displaced|4000000|COUNT",
                "a dozen flights|12|COUNT",
                "two dozen flights|24|COUNT",
                "twenty-five men|25|COUNT",
                "a hundred men|100|COUNT",
                "$5.1bn in sales|5100000000|MONEY",
                "£4m a year|4000000|MONEY",
                "5 million euros|5000000|MONEY",
                "58%|58|PERCENT",
                "58 per cent|58|PERCENT",
                "half of them|50|PERCENT",
                "three quarters of them|75|PERCENT",
                "the 18th floor|18|ORDINAL",
                "the twenty-first time|21|ORDINAL",
                "at 10:30|630|CLOCK",
                "12-year-old boy|12|COUNT",
                "one flight|1|COUNT"
            })
    void readsValueAndKind(String text, BigDecimal value, Kind kind) {
        assertThat(find(text)).singleElement().satisfies(quantity -> {
            assertThat(quantity.value()).isEqualByComparingTo(value);
            assertThat(quantity.kind()).isEqualTo(kind);
        });
    }

    @Test
    void bothEndsOfARangeHaveScaleAndUnit() {
        assertThat(find("2 to 3 million barrels")).extracting(Quantity::unit).containsExactly("barrel", "barrel");
        assertThat(find("2 to 3 million barrels"))
                .extracting(quantity -> quantity.value().longValueExact())
                .containsExactly(2_000_000L, 3_000_000L);
        assertThat(find("10-15 percent")).extracting(Quantity::kind).containsExactly(Kind.PERCENT, Kind.PERCENT);
    }

    @ParameterizedTest
    @CsvSource({
        "about two flights,ABOUT",
        "more than two flights,ABOVE",
        "at least two flights,ABOVE",
        "fewer than two flights,BELOW",
        "two flights,EXACT"
    })
    void readsTheBound(String text, Bound bound) {
        assertThat(find(text)).singleElement().extracting(Quantity::bound).isEqualTo(bound);
    }

    @Test
    void aPronounIsNoNumber() {
        assertThat(find("No one knows which one of them left, one by one")).isEmpty();
    }

    @Test
    void datesAreNoNumbers() {
        assertThat(find("on 18 September 2015 and in 2014")).isEmpty();
    }

    @Test
    void aVeryLongDigitRunIsNoNumber() {
        assertThat(find("9".repeat(100_000))).isEmpty();
        assertThat(find("two " + "hundred ".repeat(20_000))).hasSize(1);
    }

    private List<Quantity> find(String text) {
        return annotator.annotate(text).quantities();
    }
}
