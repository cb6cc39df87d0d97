package io.footnote.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RankingWeightsTest {

    @Test
    void thoseThatShipWeighWordsAndMeaning() {
        List<String> lines = RankingWeights.shipped().lines();
        assertThat(lines)
                .hasSize(2 * RankingWeights.features().size()
                        + RankingWeights.signals().size()
                        + 5);
        assertThat(lines).anyMatch(line -> line.matches("maxsim_rare -?[1-9.]\\S*"));
    }

    @Test
    void textGivesTheSameWeightsBack() {
        List<String> lines = RankingWeights.shipped().lines();
        assertThat(RankingWeights.parse(lines).lines()).isEqualTo(lines);
    }

    @Test
    void whatIsNotNamedCountsNothing() {
        List<String> lines = RankingWeights.parse(List.of("# a comment", "[ranking]", "bm25 2.5"))
                .lines();
        assertThat(lines).contains("bm25 2.500000", "cosine 0.000000");
    }

    @Test
    void refusesAFeatureThatDoesNotExist() {
        assertThatThrownBy(() -> RankingWeights.parse(List.of("[ranking]", "colour 1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("colour 1");
    }
}
