package io.footnote.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShinglesTest {
    private static String words(int from, int to) {
        return IntStream.range(from, to).mapToObj(n -> "w" + n).collect(Collectors.joining(" "));
    }

    @Test
    void theSameWordsAreTheSameHoweverTheyAreSetAndPunctuated() {
        Shingles one = Shingles.of("The ferry “Aurora” sank off the coast on Monday.");
        assertThat(one.resemblance(Shingles.of("the ferry Aurora sank\noff the coast, on Monday")))
                .isEqualTo(1);
        assertThat(one.bands())
                .isEqualTo(Shingles.of("THE FERRY AURORA SANK OFF THE COAST ON MONDAY")
                        .bands());
    }

    @Test
    void resemblanceIsTheShareOfRunsThatBothHave() {
        // 97 runs each, of which the 47 of the 50 common words are shared
        Shingles one = Shingles.of(words(0, 100));
        Shingles other = Shingles.of(words(50, 150));
        assertThat(one.resemblance(other)).isCloseTo(47.0 / (97 + 97 - 47), within(1e-9));
        assertThat(one.resemblance(Shingles.of(words(200, 300)))).isZero();
    }

    @Test
    void textsOfFewWordsCanBeCompared() {
        assertThat(Shingles.of("Two words").resemblance(Shingles.of("two words!")))
                .isEqualTo(1);
        assertThat(Shingles.of("…").resemblance(Shingles.of("Two words"))).isZero();
    }

    @Test
    void storiesThatAreNearlyTheSameShareABandAndOthersDoNot() {
        Random random = new Random(7);
        int missed = 0;
        int confused = 0;
        for (int round = 0; round < 100; round++) {
            int from = random.nextInt(1_000_000);
            Shingles story = Shingles.of(words(from, from + 400));
            // the first and the last eighth in other words
            Shingles reprint = Shingles.of(words(2_000_000, 2_000_050) + " " + words(from + 50, from + 350));
            Shingles another = Shingles.of(words(from + 360, from + 800));
            assertThat(story.resemblance(reprint)).isGreaterThan(Shingles.SAME_STORY);
            assertThat(story.resemblance(another)).isLessThan(0.1);
            missed += shareABand(story, reprint) ? 0 : 1;
            confused += shareABand(story, another) ? 1 : 0;
        }
        assertThat(missed).isLessThanOrEqualTo(3);
        assertThat(confused).isLessThanOrEqualTo(3);
    }

    private static boolean shareABand(Shingles one, Shingles other) {
        long[] bands = one.bands();
        long[] others = other.bands();
        return IntStream.range(0, Shingles.BANDS).anyMatch(band -> bands[band] == others[band]);
    }
}
