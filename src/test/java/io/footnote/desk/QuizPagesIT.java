package io.footnote.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.desk.DeskFixture.Visitor;
import io.footnote.quiz.QuizItem;
import io.footnote.storage.AuditTrail.Deed;
import io.footnote.storage.QuizItems.Kept;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What moderators do with quiz items. */
final class QuizPagesIT {
    private static final Map<String, String> BETTER = Map.of(
            "question", "When does the ferry sail again?",
            "option0", "Monday",
            "option1", "Friday",
            "option2", "Tuesday",
            "correct", "0",
            "explanation", "It sails again from Monday.",
            "evidence", "2, 3");

    @TempDir
    Path folder;

    private DeskFixture desk;
    private QuizItem item;
    private Visitor visitor;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        desk = new DeskFixture(folder);
        item = desk.quizItem("q1", "When does the ferry sail?");
        visitor = desk.new Visitor().as(DeskFixture.MODERATOR);
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    private Kept kept() {
        return desk.store.quizItems().find("q1").orElseThrow();
    }

    private Deed lastDeed() {
        return desk.audit.newest(null, 1).getFirst().deed();
    }

    @Test
    void theItemsOfAnArticleStandWithHowTheyAreAnswered() throws Exception {
        assertThat(visitor.get("/quiz").body()).contains("/quiz/" + desk.article.id(), "1 item");
        String page = visitor.get("/quiz/" + desk.article.id()).body();
        assertThat(page)
                .contains(
                        "right 2 of 3, 67 %", "chosen 2", "chosen 1", "attracts most", "The ferry to Holm sails again")
                .doesNotContain("a wrong option is chosen more than the key");
        assertThat(page.indexOf("Sunday")).isLessThan(page.indexOf("attracts most"));
        assertThat(visitor.get("/quiz/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void anItemIsSwitchedOffAndOnAndTheTrailSaysSo() throws Exception {
        assertThat(visitor.send("/quiz/items/q1/switch", Map.of("off", "1")).statusCode())
                .isEqualTo(303);
        assertThat(kept().switchedOff()).isTrue();
        assertThat(lastDeed()).isEqualTo(new Deed("switched a quiz item off", "q1", "on", "off"));
        assertThat(visitor.get("/quiz/" + desk.article.id()).body()).contains("switched off", "Ask again");
        visitor.send("/quiz/items/q1/switch", Map.of("off", "0"));
        assertThat(kept().switchedOff()).isFalse();
        assertThat(visitor.send("/quiz/items/q2/switch", Map.of("off", "1")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aCorrectedItemIsAskedFromThenOnAndItsFiguresBeginAnew() throws Exception {
        desk.pass(Duration.ofSeconds(1));
        assertThat(visitor.send("/quiz/items/q1/correct", BETTER).statusCode()).isEqualTo(303);
        assertThat(kept().item().question()).isEqualTo("When does the ferry sail again?");
        assertThat(kept().item().evidence()).containsExactly(2, 3);
        assertThat(kept().item().fact()).isEqualTo(item.fact());
        assertThat(lastDeed())
                .isEqualTo(new Deed(
                        "corrected a quiz item",
                        "q1",
                        "When does the ferry sail? *Monday / Friday / Sunday [2] The article says so.",
                        "When does the ferry sail again? *Monday / Friday / Tuesday [2, 3] It sails again from"
                                + " Monday."));
        assertThat(visitor.get("/quiz/" + desk.article.id()).body()).contains("nobody has answered it yet");
    }

    @Test
    void whatMakesNoItemIsRefusedInASentenceAndChangesNothing() throws Exception {
        for (Map<String, String> wrong : List.of(
                Map.of("question", " "),
                Map.of("question", "x".repeat(QuizItem.MAX_QUESTION + 1)),
                Map.of("question", "Does it sail on Monday?"),
                Map.of("option1", "monday"),
                Map.of("option1", "x".repeat(QuizItem.MAX_OPTION + 1)),
                Map.of("correct", "3"),
                Map.of("correct", ""),
                Map.of("explanation", "x".repeat(QuizItem.MAX_EXPLANATION + 1)),
                Map.of("evidence", ""),
                Map.of("evidence", "99"),
                Map.of("evidence", "1 2 3 4 5 6 7 8 9 10 11"),
                Map.of("evidence", "2; 3"))) {
            Map<String, String> form = new TreeMap<>(BETTER);
            form.putAll(wrong);
            HttpResponse<String> response = visitor.send("/quiz/items/q1/correct", form);
            assertThat(response.statusCode()).as("" + wrong).isEqualTo(400);
        }
        assertThat(kept().item()).isEqualTo(item);
        Map<String, String> longest = new TreeMap<>(BETTER);
        longest.put("question", "x".repeat(QuizItem.MAX_QUESTION));
        assertThat(visitor.send("/quiz/items/q1/correct", longest).statusCode()).isEqualTo(303);
    }
}
