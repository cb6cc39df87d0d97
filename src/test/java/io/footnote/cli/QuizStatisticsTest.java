package io.footnote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.quiz.ItemType;
import io.footnote.quiz.QuizItem;
import io.footnote.storage.Database;
import io.footnote.storage.Learners;
import io.footnote.storage.PersonalData;
import io.footnote.storage.QuizItems;
import io.footnote.storage.QuizRounds;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuizStatisticsTest {
    private static final PersonalData PERSONAL = PersonalData.under("a key of more than thirty-two characters");
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void tellsHowOftenAnItemWasRightAndWhichWrongOptionAttracts() {
        try (Database database = Database.inFolder(folder)) {
            QuizItems items = new QuizItems(database);
            items.add(List.of(item("i1"), item("i2")), NOON);
            answer(database, "i1", 1, 0, 2, 2);
            items.switchOff("i1", true);
            List<String> lines = new ArrayList<>();

            assertThat(new QuizStatistics(items).forEach(false, lines::add)).isEqualTo(1);
            assertThat(new QuizStatistics(items).forEach(true, lines::add)).isEqualTo(1);

            assertThat(lines)
                    .containsExactly(
                            "i1  who (off)  right 1 of 4 (25 %)  attracts: Cid (2)  Who left i1?",
                            "{\"id\":\"i1\",\"article\":\"article\",\"type\":\"who\",\"question\":\"Who left i1?\","
                                    + "\"switchedOff\":true,\"attempts\":4,\"right\":1,"
                                    + "\"chosen\":{\"Ann\":1,\"Bob\":1,\"Cid\":2},\"attracts\":\"Cid\"}");
        }
    }

    private static QuizItem item(String id) {
        return new QuizItem(
                id,
                ItemType.WHO,
                "Who left " + id + "?",
                List.of("Ann", "Bob", "Cid"),
                1,
                "Bob left.",
                "article",
                List.of(1),
                "fact-" + id);
    }

    /** One person after another chooses. */
    private static void answer(Database database, String item, int... choices) {
        QuizRounds rounds = new QuizRounds(database, PERSONAL, 1);
        Learners learners = new Learners(database, PERSONAL, 1);
        rounds.begin(new QuizRounds.Round("r", 5, 0, 71, null, "en", false, false, List.of(item), NOON));
        rounds.ask(new QuizRounds.Asked("q", "r", item, 0, 1, NOON, null, null, null), null);
        for (int person = 0; person < choices.length; person++) {
            learners.record(
                    new Learners.Attempt(
                            "q",
                            71 + person,
                            item,
                            "fact",
                            "article",
                            choices[person],
                            choices[person] == 1,
                            9,
                            NOON,
                            null),
                    before -> before);
        }
    }
}
