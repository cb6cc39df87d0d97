package io.footnote.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PressTest {
    private static final String ID = "a88aac2b-1234-5678-9abc-0123456789ab";

    @ParameterizedTest
    @EnumSource
    void whatAButtonHoldsIsReadAgainAndFits(Press.Verb verb) {
        Press press = new Press(verb, 24, 5, ID);

        assertThat(Press.read(press.data())).contains(press);
        assertThat(press.data().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(Press.MAX_BYTES);
    }

    @Test
    void aSubjectOfTheGreatestLengthFitsAndALongerOneDoesNot() {
        int most = Press.MAX_BYTES - "s:1:0:".length();

        assertThat(new Press(Press.Verb.SOURCE, 1, 0, "x".repeat(most)).data()).hasSize(Press.MAX_BYTES);
        assertThatThrownBy(() -> new Press(Press.Verb.SOURCE, 1, 0, "x".repeat(most + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "s:1:0", "z:1:0:x", "s:x:0:x", "s:-1:0:x", "s:99999999:0:x"})
    void whatNoButtonOfOursHoldsIsNothing(String data) {
        assertThat(Press.read(data)).isEmpty();
    }
}
