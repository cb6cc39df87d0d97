package io.footnote.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FollowUpTest {
    private static final String FIRST = "How many ships left the port?";

    private static String resolve(String question, String... before) {
        List<Turn> turns =
                Arrays.stream(before).map(one -> new Turn(one, "An answer.")).toList();
        return FollowUp.resolve(new Question(question, turns, Instant.EPOCH));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "and how many were damaged?",
                "What about the tugs?",
                "And how many left Aberdeen?",
                "Why?",
                "When did they return?",
                "Who owns them?",
                "Where is that?"
            })
    void aQuestionThatLeansOnTheOneBeforeIsSearchedWithIt(String question) {
        assertThat(resolve(question, FIRST)).isEqualTo(FIRST + " " + question);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How many people were displaced?",
                "When did Ines Odum say that they would return?",
                "Who is Odum?",
                "And who initiated the call on Friday?",
                "Which crane was moved to the quay?"
            })
    void aNewTopicStandsByItself(String question) {
        assertThat(resolve(question, FIRST)).isEqualTo(question);
    }

    @Test
    void goesBackToTheLastQuestionThatStandsByItself() {
        assertThat(resolve("Why?", "Who is Odum?", FIRST, "And when did they return?"))
                .isEqualTo(FIRST + " And when did they return? Why?");
    }

    @Test
    void leansOnNothingWhenNothingWasSaid() {
        assertThat(resolve("Why?")).isEqualTo("Why?");
    }
}
