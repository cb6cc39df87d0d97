package io.footnote.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateFinderTest {

    private final Annotator annotator = new Annotator(Lexicon.english());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sept. 18, 2015",
                "September 18, 2015",
                "18 September 2015",
                "the 18th of September 2015",
                "September 18th, 2015",
                "2015-09-18",
                "18/9/2015",
                "9/18/2015",
                "18.09.2015",
                "18 Sep 2015"
            })
    void writtenAnyWayItIsTheSameDay(String text) {
        assertThat(find(text)).singleElement().satisfies(date -> {
            assertThat(date.year()).isEqualTo(2015);
            assertThat(date.month()).isEqualTo(9);
            assertThat(date.day()).isEqualTo(18);
        });
    }

    @Test
    void openOrderOfDayAndMonthLeavesTheYear() {
        assertThat(find("9/8/2015")).singleElement().satisfies(date -> {
            assertThat(date.yearAlone()).isTrue();
            assertThat(date.year()).isEqualTo(2015);
        });
    }

    @Test
    void weekdaysMonthsYearsAndDecadesStandAlone() {
        assertThat(find("on Friday"))
                .singleElement()
                .extracting(DateMention::weekday)
                .isEqualTo(5);
        assertThat(find("in September"))
                .singleElement()
                .extracting(DateMention::month)
                .isEqualTo(9);
        assertThat(find("in 2015"))
                .singleElement()
                .extracting(DateMention::year)
                .isEqualTo(2015);
        assertThat(find("the 1990s"))
                .singleElement()
                .extracting(DateMention::decade)
                .isEqualTo(true);
        assertThat(find("the 1990's"))
                .singleElement()
                .extracting(DateMention::decade)
                .isEqualTo(true);
    }

    @Test
    void verbsAreNoMonths() {
        assertThat(find("They may march. May they win?")).isEmpty();
        assertThat(find("in May")).hasSize(1);
    }

    @Test
    void aYearIsContainedInAFullDate() {
        DateMention full = find("18 September 2015").getFirst();
        assertThat(find("in 2015").getFirst().containedIn(full)).isTrue();
        assertThat(find("in 2014").getFirst().containedIn(full)).isFalse();
        assertThat(find("in 2014").getFirst().contradicts(full)).isTrue();
        assertThat(find("the 2010s").getFirst().containedIn(full)).isTrue();
    }

    private List<DateMention> find(String text) {
        return annotator.annotate(text).dates();
    }
}
