package io.footnote.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactIdentityTest {
    private static QuizItem item(String key, String sentence, String fact) {
        return new QuizItem(
                "id" + fact, ItemType.CLOZE, "Which?", List.of("xx", key, "yy"), 1, sentence, "a", List.of(1), fact);
    }

    @Test
    void aSmallEditOfTheSentenceKeepsTheFactAndAnotherKeyDoesNot() {
        QuizItem known = item("42", "The school took in 42 pupils from the islands.", "old");

        QuizItem edited = item("42", "The school took in 42 young pupils from the islands.", "new");
        assertThat(FactIdentity.keep(List.of(edited), List.of(known)).getFirst().fact())
                .isEqualTo("old");
        QuizItem corrected = item("43", "The school took in 43 pupils from the islands.", "new");
        assertThat(FactIdentity.keep(List.of(corrected), List.of(known))
                        .getFirst()
                        .fact())
                .isEqualTo("new");
        QuizItem elsewhere = item("42", "A ferry with 42 seats crossed twice a day.", "new");
        assertThat(FactIdentity.keep(List.of(elsewhere), List.of(known))
                        .getFirst()
                        .fact())
                .isEqualTo("new");
    }

    @Test
    void oneFactGoesToOneItem() {
        QuizItem known = item("42", "The school took in 42 pupils from the islands.", "old");
        QuizItem one = item("42", "The school took in 42 pupils from these islands.", "n1");
        QuizItem two = item("42", "The school took in 42 pupils from those islands.", "n2");

        assertThat(FactIdentity.keep(List.of(one, two), List.of(known)))
                .extracting(QuizItem::fact)
                .containsExactly("old", "n2");
    }

    @Test
    void theRatingGoesByRightAndTimeBeyondReading() {
        QuizItem item = item("42", "Because.", "f");
        Duration reading = Grades.A_WORD.multipliedBy(4);

        assertThat(Grades.of(item, false, Duration.ZERO)).isEqualTo(Rating.AGAIN);
        assertThat(Grades.of(item, true, reading.plus(Grades.AT_ONCE))).isEqualTo(Rating.EASY);
        assertThat(Grades.of(item, true, reading.plus(Grades.AT_ONCE).plusMillis(1)))
                .isEqualTo(Rating.GOOD);
        assertThat(Grades.of(item, true, reading.plus(Grades.LONG))).isEqualTo(Rating.HARD);
        assertThat(Grades.of(item, true, Grades.AWAY)).as("away").isEqualTo(Rating.GOOD);
    }
}
