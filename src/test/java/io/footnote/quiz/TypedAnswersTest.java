package io.footnote.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.language.Annotator;
import io.footnote.language.Lexicon;
import io.footnote.language.WordNet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedAnswersTest {
    private static final TypedAnswers ANSWERS = new TypedAnswers(new Annotator(Lexicon.english()), WordNet.load());

    private static QuizItem item(String key) {
        return new QuizItem(
                "id", ItemType.CLOZE, "What is it?", List.of("xx", key, "yy"), 1, "Because.", "a", List.of(1), "f");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1,200         | 1200
        two           | 2
        about 40      | forty
        1911          | 1911
        1911          | in 1911
        Friday        | friday
        Mira Holt     | Holt
        Mira Holt     | mira holt.
        Mira Brandt   | Brant
        United States | USA
        doctor        | physician
        Mira Holt     | b
        """)
    void acceptsWhatSaysTheSame(String key, String typed) {
        assertThat(ANSWERS.accept(item(key), typed)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1,200         | 1201
        two           | 3
        1911          | 1912
        Friday        | Monday
        Mira Holt     | Aske
        Mira Holt     | Jon Holt
        United States | Syria
        doctor        | teacher
        Mira Holt     | a
        Mira Holt     | ''
        """)
    void refusesWhatSaysSomethingElse(String key, String typed) {
        assertThat(ANSWERS.accept(item(key), typed)).isFalse();
    }

    @Test
    void aStatementIsTrueOrFalseInSeveralWords() {
        QuizItem item = new QuizItem(
                "id",
                ItemType.TRUE_FALSE,
                "True or false? It rained.",
                List.of(QuizItem.TRUE, QuizItem.FALSE),
                1,
                "Because.",
                "a",
                List.of(1),
                "f");

        assertThat(ANSWERS.accept(item, "no")).isTrue();
        assertThat(ANSWERS.accept(item, "Yes")).isFalse();
        assertThat(ANSWERS.accept(item, "perhaps")).isFalse();
    }

    @Test
    void anAnswerIsReadUpToTheLimitAndNoFurther() {
        String key = "Mira Holt";
        assertThat(ANSWERS.accept(item(key), key + " ".repeat(TypedAnswers.LONGEST)))
                .isTrue();
        String long1 = "Holt " + "Mira ".repeat(58) + "Holt";
        assertThat(long1.length()).isLessThanOrEqualTo(TypedAnswers.LONGEST);
        assertThat(ANSWERS.accept(item(key), long1)).isTrue();
        assertThat(ANSWERS.accept(item(key), "Mira ".repeat(60) + "Holt")).isFalse();
    }
}
