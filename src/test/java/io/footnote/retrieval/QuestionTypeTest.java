package io.footnote.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuestionTypeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Who opened the cider press?|PERSON",
                "Where were the cranes moved?|PLACE",
                "In which country is the harbour?|PLACE",
                "When was the harbour dredged?|TIME",
                "In what year was the quay built?|TIME",
                "How long did the work take?|DURATION",
                "How many cranes were moved?|NUMBER",
                "How much did the work cost?|MONEY",
                "What percentage of the catch was sold?|PERCENT",
                "Why did the fishermen complain?|REASON",
                "How was the harbour dredged?|MANNER",
                "Who is Ines Odum?|DEFINITION",
                "What did the mayor say about the noise?|SPEECH",
                "Which ship came first?|NAME",
                "Did the mayor complain?|POLAR",
                "Tell me about the harbour.|OTHER"
            })
    void goesByTheInterrogativeAndTheNounAfterIt(String question, QuestionType type) {
        assertThat(QuestionType.of(question)).isEqualTo(type);
    }
}
