package io.footnote.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QuestionTest {

    @Test
    void takesAQuestionAsLongAsTheLimit() {
        assertThat(Question.of("a".repeat(Question.MAX_LENGTH), Instant.EPOCH).text())
                .hasSize(Question.MAX_LENGTH);
    }

    @Test
    void refusesOneCharacterMoreAndSaysHowMany() {
        assertThatThrownBy(() -> Question.of("a".repeat(Question.MAX_LENGTH + 1), Instant.EPOCH))
                .isInstanceOf(QuestionException.class)
                .hasMessageContaining("1001")
                .hasMessageContaining("1000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n ", "?!", "\uD83D\uDE00 \uD83D\uDE00", "\u200B"})
    void refusesWhatHasNoWord(String text) {
        assertThatThrownBy(() -> Question.of(text, Instant.EPOCH)).isInstanceOf(QuestionException.class);
    }

    @Test
    void takesWordsOfAnyScript() {
        assertThat(Question.of("Сколько?", Instant.EPOCH).text()).isEqualTo("Сколько?");
        assertThat(Question.of("كم؟", Instant.EPOCH).text()).isEqualTo("كم؟");
    }

    @Test
    void carriesAtMostSoManyTurns() {
        Turn turn = new Turn("Who?", "She.", List.of());
        List<Turn> most = Collections.nCopies(Question.MAX_TURNS, turn);
        assertThat(new Question("Why?", most, Instant.EPOCH).conversation()).hasSize(Question.MAX_TURNS);
        assertThatThrownBy(() -> new Question("Why?", Collections.nCopies(Question.MAX_TURNS + 1, turn), Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
