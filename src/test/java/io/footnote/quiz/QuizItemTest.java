package io.footnote.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuizItemTest {
    private static final List<String> NAMES = List.of("Ada", "Grace", "Mary");

    private static QuizItem item(String question, List<String> options, String explanation) {
        return new QuizItem("id", ItemType.WHO, question, options, 0, explanation, "article", List.of(1), "fact");
    }

    @Test
    void keepsTheLimitsOfAPollAtTheLimitAndOnePastIt() {
        assertThat(item("q".repeat(300), NAMES, "e".repeat(200)).key()).isEqualTo("Ada");
        assertThat(item("Who?", List.of("o".repeat(100), "b", "c"), "e\n\ne")).isNotNull();

        assertThatThrownBy(() -> item("q".repeat(301), NAMES, "e")).hasMessageContaining("question");
        assertThatThrownBy(() -> item("Who?", NAMES, "e".repeat(201))).hasMessageContaining("explanation");
        assertThatThrownBy(() -> item("Who?", NAMES, "e\n\n\ne")).hasMessageContaining("line feeds");
        assertThatThrownBy(() -> item("Who?", List.of("o".repeat(101), "b", "c"), "e"))
                .hasMessageContaining("option");
    }

    @Test
    void hasThreeOrFourDistinctOptionsAndAKeyThatTheQuestionDoesNotShow() {
        assertThatThrownBy(() -> item("Who?", List.of("a", "b"), "e")).hasMessageContaining("options");
        assertThatThrownBy(() -> item("Who?", List.of("a", "b", "c", "d", "e"), "e"))
                .hasMessageContaining("options");
        assertThatThrownBy(() -> item("Who?", List.of("a", "b", " A"), "e")).hasMessageContaining("distinct");
        assertThatThrownBy(() -> item("Was it Ada?", NAMES, "e")).hasMessageContaining("key");
        assertThat(item("Who wrote to Adam?", NAMES, "e").key()).isEqualTo("Ada");
    }
}
