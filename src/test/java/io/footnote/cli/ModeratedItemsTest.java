package io.footnote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.Application;
import io.footnote.article.Article;
import io.footnote.quiz.Quiz;
import io.footnote.quiz.QuizItem;
import io.footnote.storage.Database;
import io.footnote.storage.QuizItems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModeratedItemsTest {
    private static final Path HOME = Path.of("").toAbsolutePath();

    @TempDir
    Path data;

    @Test
    void whatWasDecidedAtTheDeskHoldsOnTheCommandLineAndWithoutADatabaseNoneIsMade() {
        try (Application application =
                new Application(HOME, Map.of("FOOTNOTE_DATA_DIR", data.toString()), notice -> {})) {
            Article article = application.reader().read(HOME.resolve("config/articles/us-russia-syria-talks.txt"));
            Quiz before = new ModeratedItems(application).make(article, 4, 1);
            assertThat(before.items()).hasSize(4);
            assertThat(data.resolve(Database.FILE_NAME)).doesNotExist();

            QuizItems kept = application.deskStore().quizItems();
            kept.add(before.items(), Instant.EPOCH);
            QuizItem off = before.items().get(1);
            QuizItem old = before.items().get(2);
            kept.switchOff(off.id(), true);
            kept.correct(
                    new QuizItem(
                            old.id(),
                            old.type(),
                            old.question() + " (put better)",
                            old.options(),
                            old.correct(),
                            old.explanation(),
                            old.articleId(),
                            old.evidence(),
                            old.fact()),
                    Instant.now());
            Quiz after = new ModeratedItems(application).make(article, 4, 1);

            assertThat(Files.exists(data.resolve(Database.FILE_NAME))).isTrue();
            assertThat(after.items()).hasSize(4).extracting(QuizItem::id).doesNotContain(off.id());
            assertThat(after.items().getFirst()).isEqualTo(before.items().getFirst());
            assertThat(after.items().get(1).question()).isEqualTo(old.question() + " (put better)");
            assertThat(List.of(after.items().get(2)))
                    .isEqualTo(List.of(before.items().get(3)));

            kept.switchOff(off.id(), false);
            assertThat(new ModeratedItems(application)
                            .make(article, 4, 1)
                            .items()
                            .get(1))
                    .isEqualTo(off);
        }
    }
}
