package io.footnote.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.answer.Correction;
import io.footnote.article.ArticleReader;
import io.footnote.evaluation.DataSetReader;
import io.footnote.evaluation.GoldQuestion;
import io.footnote.evaluation.QuestionSet;
import io.footnote.evaluation.Support;
import io.footnote.grounding.Citation;
import io.footnote.grounding.Statement;
import io.footnote.language.SentenceSplitter;
import io.footnote.language.Span;
import io.footnote.storage.Review;
import io.footnote.storage.Review.Decision;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewedQuestionsTest {
    @TempDir
    Path folder;

    @Test
    void everyReviewBecomesAQuestionThatEvalReads() throws Exception {
        Path file = folder.resolve("reviews.jsonl");
        Span cited;
        try (DeskFixture desk = new DeskFixture(Files.createDirectory(folder.resolve("desk")))) {
            cited = new Span(
                    desk.article.sentence(2).start(), desk.article.sentence(2).end());
            judged(desk, "right", Decision.RIGHT);
            judged(desk, "wrong", Decision.WRONG_ANSWER);
            judged(desk, "refuse", Decision.SHOULD_HAVE_REFUSED);
            judged(desk, "mended", Decision.WRONG_ANSWER);
            desk.store.corrections().save("mended", correction(desk));
            List<String> lines = new ArrayList<>();
            assertThat(new ReviewedQuestions(desk.store).forEachArticle(lines::add))
                    .isEqualTo(4);
            Files.write(file, lines);
        }
        QuestionSet set =
                (QuestionSet) new DataSetReader(new ArticleReader(new SentenceSplitter())::fromText, null).read(file);
        Map<String, GoldQuestion> questions = set.articles().getFirst().questions().stream()
                .collect(Collectors.toMap(GoldQuestion::id, Function.identity()));
        assertThat(Objects.requireNonNull(questions.get("right")).support()).containsExactly(new Support.Place(cited));
        assertThat(Objects.requireNonNull(questions.get("wrong")).support())
                .hasSizeGreaterThan(1)
                .doesNotContain(new Support.Place(cited));
        assertThat(Objects.requireNonNull(questions.get("refuse")).answerable()).isFalse();
        assertThat(Objects.requireNonNull(questions.get("mended")).support())
                .hasSize(1)
                .doesNotContain(new Support.Place(cited));
    }

    private static void judged(DeskFixture desk, String id, Decision decision) {
        desk.records.record(desk.answered(id, "When does it sail, " + id + "?", 2, 0.9));
        desk.reviews.save(new Review(id, DeskFixture.MODERATOR, decision, "", desk.now()));
    }

    private static Correction correction(DeskFixture desk) {
        String id = desk.article.id();
        return new Correction(
                "When does it sail, mended?",
                id,
                List.of(new Statement("Tickets cost 40 crowns.", List.of(new Citation(id, 5)))),
                false,
                DeskFixture.MODERATOR);
    }
}
