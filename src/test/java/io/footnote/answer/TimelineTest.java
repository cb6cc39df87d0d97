package io.footnote.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.article.Article;
import io.footnote.article.ArticleReader;
import io.footnote.article.Publication;
import io.footnote.language.Annotator;
import io.footnote.language.Lexicon;
import io.footnote.language.SentenceSplitter;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Timelines of three invented articles. */
class TimelineTest {
    private static Timeline timeline(String name, @Nullable String published) {
        Article article =
                new ArticleReader(new SentenceSplitter()).read(Path.of("src/test/resources/timeline", name + ".txt"));
        if (published != null) {
            article = article.with(Publication.at(OffsetDateTime.parse(published)));
        }
        return Timeline.of(List.of(article), new Annotator(Lexicon.english()));
    }

    /** When, and the number of the sentence that says so. */
    private static List<String> events(Timeline timeline) {
        return timeline.events().stream()
                .map(event -> event.when().label() + " " + event.source().sentence())
                .toList();
    }

    @Test
    void daysAreCountedFromTheDayOfPublication() {
        // a Wednesday
        assertThat(events(timeline("harbour", "2026-03-11T09:00:00Z")))
                .containsExactly(
                        "1884 3",
                        "1951/1953 3",
                        "2026-02 4",
                        "2026-02-16/2026-02-22 8",
                        "2026-03-03 5",
                        "2026-03-08 6",
                        "2026-03-10 2",
                        "2026-03-10 6",
                        "2026-03-13 7");
    }

    @Test
    void whatIsToComeIsPutAfterThePublication() {
        // a Friday
        assertThat(events(timeline("library", "2026-01-09T09:00:00Z")))
                .containsExactly(
                        "1890/1899 6",
                        "2023-12-28 3",
                        "2024-04 4",
                        "2024-11 4",
                        "2026-01-09 5",
                        "2026-01-12 2",
                        "2026-03-06/2026-03-08 8");
    }

    @Test
    void yearsAndWeeksStandBesideDays() {
        // a Tuesday
        assertThat(events(timeline("ferry", "2026-09-08T23:30:00+01:00")))
                .containsExactly(
                        "1967-08-30 7",
                        "1996 6",
                        "2019 3",
                        "2021 4",
                        "2026-09-04 2",
                        "2026-09-14/2026-09-20 8",
                        "2026-10-01 5");
    }

    @Test
    void withoutTheDayOfPublicationOnlyDatesWithAYearArePlaced() {
        Timeline timeline = timeline("ferry", null);
        assertThat(timeline.dated()).isFalse();
        assertThat(events(timeline)).containsExactly("1967-08-30 7", "2019 3", "2021 4");
    }
}
