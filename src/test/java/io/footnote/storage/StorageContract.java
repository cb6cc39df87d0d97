package io.footnote.storage;

import static io.footnote.storage.Traces.NOON;
import static io.footnote.storage.Traces.abstained;
import static io.footnote.storage.Traces.grounded;
import static io.footnote.storage.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.footnote.answer.Abstained.Reason;
import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Flag;
import io.footnote.answer.Grounded;
import io.footnote.answer.Question;
import io.footnote.answer.ShownSoFar;
import io.footnote.answer.Step;
import io.footnote.article.Article;
import io.footnote.article.Publication;
import io.footnote.article.Sentence;
import io.footnote.storage.AnswerRecords.Entry;
import io.footnote.storage.AnswerRecords.Filter;
import io.footnote.storage.AnswerRecords.Stats;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What storage keeps, whatever the database. */
abstract class StorageContract {
    private Articles articles;
    private AnswerRecords answers;
    private SpendingRecords spending;

    /** An open database with nothing in it; closed by the test class. */
    abstract Database empty();

    @BeforeEach
    void open() {
        Database database = empty();
        articles = new Articles(database);
        answers = new AnswerRecords(database);
        spending = new SpendingRecords(database);
    }

    private static Article article(String id, String title, @Nullable String url) {
        String text = "Ann left.\r\nBob stayed \uD83D\uDE80 “there”.";
        return new Article(
                id,
                title,
                "file.txt",
                url,
                "en",
                text,
                List.of(new Sentence(1, 0, 9, false), new Sentence(2, 11, text.length(), true)));
    }

    @Test
    void anArticleComesBackAsItWasSaved() {
        Article article = article("id1", "Title", "https://example.org/1");
        articles.save(article);
        assertThat(articles.find("id1")).contains(article);
        assertThat(articles.find("id")).isEmpty();
    }

    @Test
    void savingAnArticleAgainReplacesIt() {
        articles.save(article("id1", "Old", "https://example.org/1"));
        articles.save(article("id1", "New", null));
        assertThat(articles.all()).containsExactly(article("id1", "New", null));
    }

    @Test
    void whatIsKnownOfAPublicationComesBackAndIsNotForgotten() {
        Publication known =
                new Publication("Ann Smith", "The Paper", OffsetDateTime.parse("2026-11-01T08:30:00+03:00"), null);
        articles.save(article("id1", "Title", null).with(known));
        assertThat(articles.find("id1").orElseThrow().publication()).isEqualTo(known);
        articles.save(article("id1", "Title", null));
        assertThat(articles.find("id1").orElseThrow().publication()).isEqualTo(known);
    }

    @Test
    void articlesAreListedByTitleThenId() {
        articles.save(article("id3", "b", null));
        articles.save(article("id2", "a", null));
        articles.save(article("id1", "b", null));
        articles.save(article("id4", "Z", null));
        assertThat(articles.all()).extracting(Article::id).containsExactly("id4", "id2", "id1", "id3");
    }

    @Test
    void aGroundedTraceComesBackAsItWasRecorded() {
        AnswerTrace full = grounded("t1", NOON);
        AnswerTrace bare = trace("t2", NOON, grounded(0.5, "the model was late", null), 0);
        answers.record(full);
        answers.record(bare);
        assertThat(answers.find("t1")).contains(full);
        assertThat(answers.find("t2")).contains(bare);
    }

    @ParameterizedTest
    @EnumSource
    void anAbstainedTraceComesBackAsItWasRecorded(Reason reason) {
        AnswerTrace full = trace("t1", NOON, abstained(reason, "who left", "the model was late"), 7, "a1", "a2");
        AnswerTrace bare = trace("t2", NOON, abstained(reason, null, null), 7);
        answers.record(full);
        answers.record(bare);
        assertThat(answers.find("t1")).contains(full);
        assertThat(answers.find("t2")).contains(bare);
    }

    @Test
    void aQuestionWithCharactersThatNoDatabaseHoldsIsKept() {
        AnswerTrace plain = grounded("t1", NOON);
        AnswerTrace odd = new AnswerTrace(
                "t1",
                Question.of("a\0b\uD83Dc\uDE80\uD83D\uDE80 \\u0041\uD83D", NOON),
                null,
                plain.articleIds(),
                plain.answer(),
                plain.ranked(),
                plain.rejected(),
                plain.calls(),
                plain.took());
        answers.record(odd);
        assertThat(answers.find("t1")).contains(odd);
        assertThat(answers.list(Filter.newest(1)).getFirst().question())
                .isEqualTo("a\uFFFDb\uFFFDc\uFFFD\uD83D\uDE80 \\u0041\uFFFD");
    }

    @Test
    void anAnswerIsFoundByTheBeginningOfItsId() {
        answers.record(grounded("abc1", NOON));
        answers.record(grounded("abd1", NOON));
        answers.record(grounded("ab", NOON));
        assertThat(answers.find("abc").orElseThrow().id()).isEqualTo("abc1");
        assertThat(answers.find("ab").orElseThrow().id()).isEqualTo("ab");
        assertThat(answers.find("x")).isEmpty();
        assertThat(answers.find("ABC")).isEmpty();
        assertThat(answers.find("%")).isEmpty();
        assertThat(answers.find("")).isEmpty();
    }

    @Test
    void anIdThatSeveralAnswersStartWithIsRefused() {
        answers.record(grounded("abc1", NOON));
        answers.record(grounded("abd1", NOON));
        assertThatThrownBy(() -> answers.find("ab"))
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.retriable()).isFalse())
                .hasMessage("Several answers in the log start with ab: give more of the id.");
    }

    @Test
    void anAnswerIsRecordedOnce() {
        answers.record(grounded("t1", NOON));
        AnswerTrace second = trace("t1", NOON, abstained(Reason.NOTHING_SUPPORTED, null, null), 5, "a9");
        assertThatThrownBy(() -> answers.record(second)).hasMessage("The answer t1 is in the log already.");
        assertThat(answers.find("t1")).contains(grounded("t1", NOON));
        assertThat(answers.list(Filter.newest(10)).getFirst().articleIds()).containsExactly("a1");
    }

    @Test
    void manyThreadsMayRecordAndReadAtTheSameTime() throws Exception {
        List<Future<?>> work = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
            for (int n = 0; n < 60; n++) {
                String id = "t" + n + ".";
                work.add(threads.submit(() -> {
                    answers.record(grounded(id, NOON));
                    assertThat(answers.find(id)).isPresent();
                }));
            }
        }
        for (Future<?> one : work) {
            one.get();
        }
        assertThat(answers.stats().answers()).isEqualTo(60);
    }

    @Test
    void anEntryShowsWhatTheTraceHolds() {
        answers.record(trace("t1", NOON, grounded(0.75, "the model was late", null), 23, "a2", "a1"));
        answers.record(trace("t2", NOON.minusSeconds(1), abstained(Reason.NO_RELEVANT_PASSAGE, null, null), 5));
        assertThat(answers.list(Filter.newest(10)))
                .containsExactly(
                        new Entry(
                                "t1",
                                Instant.parse("2026-11-01T12:00:00.123Z"),
                                "Who left “Paris”?",
                                List.of("a2", "a1"),
                                null,
                                "extractive",
                                "the model was late",
                                0.9,
                                0.75,
                                Duration.ofMillis(23)),
                        new Entry(
                                "t2",
                                Instant.parse("2026-11-01T11:59:59.123Z"),
                                "Who left “Paris”?",
                                List.of(),
                                Reason.NO_RELEVANT_PASSAGE,
                                "openai:some-model",
                                null,
                                0.125,
                                null,
                                Duration.ofMillis(5)));
    }

    @Test
    void pagesJoinWithoutGapOrRepetitionWhileAnswersArrive() {
        for (int n = 10; n < 35; n++) {
            answers.record(grounded("t" + n, NOON.plusSeconds(n / 4))); // up to four at the same time
        }
        List<Entry> all = answers.list(Filter.newest(100));
        assertThat(all).hasSize(25).isSortedAccordingTo((a, b) -> b.askedAt().compareTo(a.askedAt()));
        List<Entry> paged = new ArrayList<>();
        List<Entry> page = answers.list(Filter.newest(3));
        while (!page.isEmpty()) {
            paged.addAll(page);
            answers.record(grounded("new" + paged.size(), NOON.plusSeconds(1_000)));
            page = answers.list(Filter.newest(3).after(page.getLast()));
        }
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void filtersNarrowTheListing() {
        answers.record(trace("t1", NOON, grounded(0.5, null, null), 1, "a1"));
        answers.record(
                trace("t2", NOON.plusSeconds(1), abstained(Reason.NOTHING_SUPPORTED, null, null), 1, "a1", "a2"));
        answers.record(trace("t3", NOON.plusSeconds(2), abstained(Reason.MALFORMED_DRAFT, null, null), 1, "a2"));
        assertThat(ids(new Filter(true, null, null, null, null, null, 9))).containsExactly("t1");
        assertThat(ids(new Filter(false, null, null, null, null, null, 9))).containsExactly("t3", "t2");
        assertThat(ids(new Filter(null, Reason.MALFORMED_DRAFT, null, null, null, null, 9)))
                .containsExactly("t3");
        assertThat(ids(new Filter(null, null, "a1", null, null, null, 9))).containsExactly("t2", "t1");
        assertThat(ids(new Filter(null, null, null, NOON.plusSeconds(1), null, null, 9)))
                .containsExactly("t3", "t2");
        assertThat(ids(new Filter(null, null, null, null, NOON.plusSeconds(1), null, 9)))
                .containsExactly("t1");
        assertThat(ids(new Filter(false, null, "a1", NOON, NOON.plusSeconds(9), null, 9)))
                .containsExactly("t2");
    }

    @Test
    void answersAreFoundByTheirFlags() {
        AnswerTrace plain = grounded("t1", NOON);
        answers.record(plain);
        AnswerTrace flagged = new AnswerTrace(
                "t2",
                plain.question(),
                null,
                plain.articleIds(),
                plain.answer(),
                plain.ranked(),
                plain.rejected(),
                plain.calls(),
                plain.took(),
                List.of(),
                List.of(new Step(Step.Kind.RE_CITED, "Ann left.", List.of("sentence 9 does not exist"))),
                List.of(
                        new Flag(Flag.Kind.ORDERS, Flag.Place.ARTICLE),
                        new Flag(Flag.Kind.MARKUP, Flag.Place.ARTICLE)));
        answers.record(flagged);
        assertThat(answers.find("t2")).contains(flagged);
        assertThat(ids(new Filter(null, null, null, "article.orders", null, null, null, 9)))
                .containsExactly("t2");
        assertThat(ids(new Filter(null, null, null, "question.orders", null, null, null, 9)))
                .isEmpty();
    }

    @Test
    void whatWasShownOfAnAnswerStaysUntilTheAnswerIsKept() {
        AnswerTrace trace = grounded("t1", NOON);
        ShownSoFar shown = new ShownSoFar("t1", trace.question(), "reader-1", (Grounded) trace.answer());
        answers.recordShown(shown);
        answers.recordShown(shown);
        assertThat(answers.unfinished(9)).containsExactly(shown);
        answers.record(trace);
        assertThat(answers.unfinished(9)).isEmpty();
    }

    @Test
    void spendingAddsUpByDayAndAccount() {
        LocalDate day = LocalDate.parse("2026-11-26");
        assertThat(spending.spent(day, "all")).isZero();
        spending.add(day, "all", 3);
        spending.add(day, "all", 4_000_000_000L);
        spending.add(day.plusDays(1), "all", 5);
        spending.add(day, "reader:r1", 6);
        assertThat(spending.spent(day, "all")).isEqualTo(4_000_000_003L);
        assertThat(spending.spent(day, "reader:r1")).isEqualTo(6);
    }

    private List<String> ids(Filter filter) {
        return answers.list(filter).stream().map(Entry::id).toList();
    }

    @Test
    void aListingIsNoLongerThanTheLimitAllows() {
        assertThat(new Filter(null, null, null, null, null, null, Filter.MAX_LIMIT + 1).limit())
                .isEqualTo(Filter.MAX_LIMIT);
        assertThatThrownBy(() -> Filter.newest(0)).hasMessage("limit must be at least 1, got 0");
        IntStream.range(0, 3).forEach(n -> answers.record(grounded("t" + n, NOON)));
        assertThat(answers.list(Filter.newest(2))).hasSize(2);
    }

    @Test
    void statsOfAnEmptyLogHaveNoFigures() {
        assertThat(answers.stats()).isEqualTo(new Stats(0, 0, Map.of(), 0, null, null, null, null, null));
    }

    @Test
    void statsCountAndMeasureTheLog() {
        for (int n = 1; n <= 20; n++) {
            answers.record(trace("g" + n, NOON.plusSeconds(n), grounded(0.5, n > 18 ? "late" : null, null), n * 10L));
        }
        answers.record(trace("r1", NOON, abstained(Reason.NOTHING_SUPPORTED, null, null), 5_000));
        answers.record(trace("r2", NOON, abstained(Reason.NO_RELEVANT_PASSAGE, null, "late"), 1));
        answers.record(trace("r3", NOON, abstained(Reason.NO_RELEVANT_PASSAGE, null, null), 2));
        Stats stats = answers.stats();
        // times in order: 1, 2, 10, 20, … 200, 5000; the ranks are ceil(23 × .5) = 12 and ceil(23 × .95) = 22
        assertThat(stats.medianMillis()).isEqualTo(100);
        assertThat(stats.p95Millis()).isEqualTo(200);
        assertThat(stats.answers()).isEqualTo(23);
        assertThat(stats.answered()).isEqualTo(20);
        assertThat(stats.abstained()).isEqualTo(Map.of(Reason.NOTHING_SUPPORTED, 1L, Reason.NO_RELEVANT_PASSAGE, 2L));
        assertThat(stats.fallbacks()).isEqualTo(3);
        assertThat(stats.meanConfidence()).isCloseTo((20 * 0.9 + 3 * 0.125) / 23, within(1e-12));
        assertThat(stats.first()).isEqualTo(Instant.parse("2026-11-01T12:00:00.123Z"));
        assertThat(stats.last()).isEqualTo(Instant.parse("2026-11-01T12:00:20.123Z"));
    }

    @Test
    void aTraceOfAnotherShapeIsRefusedInWords() {
        assertThatThrownBy(() -> Json.read("{\"id\":1}", AnswerTrace.class, "answer t1"))
                .isInstanceOf(StorageException.class)
                .hasMessage("The stored answer t1 cannot be read: use the version of this program that wrote it.");
    }
}
