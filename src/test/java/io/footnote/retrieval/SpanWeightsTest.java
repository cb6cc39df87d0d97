package io.footnote.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SpanWeightsTest {

    @Test
    void textGivesTheSameWeightsBack() {
        List<String> lines = SpanWeights.shipped().lines();
        assertThat(lines).hasSizeGreaterThan(100);
        assertThat(SpanWeights.parse(lines).lines()).isEqualTo(lines);
    }

    @Test
    void aNameThatNothingHasIsRefused() {
        assertThatThrownBy(() -> SpanWeights.parse(List.of("first=nothing 1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("first=nothing");
    }
}
