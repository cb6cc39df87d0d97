package io.footnote.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcerptTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            One two three.               | 14 | One two three.
            One two three.               | 13 | One two…
            First is over. Then more.    | 20 | First is over.…
            First. Then there is more.   | 22 | First. Then there is…
            Unbreakable                  | 5  | Unbr…
            Unbreakable                  | 1  | …
            Unbreakable                  | 0  | ''
            """)
    void endsWhereAReaderWouldPause(String text, int most, String expected) {
        assertThat(Excerpt.of(text, most)).isEqualTo(expected);
    }

    @Test
    void neverSplitsACharacterOfSeveralUnits() {
        assertThat(Excerpt.of("\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80", 4)).isEqualTo("\uD83D\uDE80…");
        assertThat(Excerpt.of("ae\u0301e\u0301e\u0301", 5)).isEqualTo("ae\u0301…");
    }

    @Test
    void sharesGiveTheShortWhatTheyNeedAndTheLongTheRest() {
        assertThat(Excerpt.shares(new int[] {10, 500, 300}, 410)).containsExactly(10, 200, 200);
        assertThat(Excerpt.shares(new int[] {10, 20}, 100)).containsExactly(10, 20);
        assertThat(Excerpt.shares(new int[] {10, 20}, -5)).containsExactly(0, 0);
        assertThat(Excerpt.shares(new int[0], 5)).isEmpty();
    }

    @Test
    void oneLineHasNoControlsAndNoRunsOfSpace() {
        assertThat(Excerpt.oneLine(" a\u0000\t\r\n b\u00A0c ")).isEqualTo("a b c");
    }
}
