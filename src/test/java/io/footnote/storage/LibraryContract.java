package io.footnote.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Grounded;
import io.footnote.article.Article;
import io.footnote.article.ArticleReader;
import io.footnote.article.Publication;
import io.footnote.language.SentenceSplitter;
import io.footnote.storage.Arrival.Added;
import io.footnote.storage.Arrival.Outcome;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the library promises, whatever the database. */
abstract class LibraryContract {
    private static final ArticleReader READER = new ArticleReader(new SentenceSplitter());
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-01T12:00:00Z"));

    private Library library;
    private Articles articles;
    private AnswerRecords answers;
    private Database database;

    abstract Database empty();

    @BeforeEach
    void open() {
        database = empty();
        library = new Library(database, CLOCK);
        articles = new Articles(database);
        answers = new AnswerRecords(database);
    }

    private static Article article(String text) {
        return READER.fromText("test", null, text);
    }

    /** A story of sixty words of its own, with the words given before and after it. */
    private static String story(String before, String after) {
        String body = IntStream.range(0, 60).mapToObj(n -> "word" + n).collect(Collectors.joining(" "));
        return before + " The " + body + ". " + after;
    }

    private Added add(String text, @Nullable Long corrects, String... places) {
        return library.add(List.of(new Arrival(article(text), Arrays.asList(places), corrects)))
                .getFirst();
    }

    @Test
    void anArticleIsAddedOnceAndKeepsItsNumber() {
        Added added = add("Ann left on Monday.", null, "file:a");
        assertThat(added).isEqualTo(new Added(Outcome.NEW, added.number(), 1, added.articleId(), null));
        assertThat(add("Ann  left\non Monday.", null, "file:b"))
                .isEqualTo(new Added(Outcome.UNCHANGED, added.number(), 1, added.articleId(), null));
        assertThat(library.current()).extracting(Article::id).containsExactly(added.articleId());
        assertThat(library.list().getFirst().places()).containsExactly("file:a", "file:b");
    }

    @Test
    void everyTextOfAnArticleLeadsToItsLatest() {
        Added first = add("Twelve people were hurt.", null, "https://example.org/1");
        Added second = add("Fifteen people were hurt.", null, "https://example.org/1");
        assertThat(library.latestOf(first.articleId())).contains(second.articleId());
        assertThat(library.latestOf(second.articleId())).contains(second.articleId());
        assertThat(library.latestOf("unknown")).isEmpty();

        add("Twelve people were hurt.", null, "https://example.org/1");
        assertThat(library.latestOf(second.articleId())).as("taken back").contains(first.articleId());

        library.remove(first.number());
        assertThat(library.latestOf(second.articleId())).isEmpty();
    }

    @Test
    void anotherTextAtTheSamePlaceIsANewVersion() {
        Added first = add("Twelve people were hurt.", null, "https://example.org/1");
        Added second = add("Fifteen people were hurt.", null, "https://example.org/1");
        assertThat(second)
                .isEqualTo(new Added(Outcome.CORRECTED, first.number(), 2, second.articleId(), first.articleId()));
        LibraryEntry entry = library.find(first.number()).orElseThrow();
        assertThat(entry.current().text()).isEqualTo("Fifteen people were hurt.");
        assertThat(entry.versions())
                .extracting(LibraryEntry.Version::articleId)
                .containsExactly(first.articleId(), second.articleId());
        // what an old answer cited can still be shown
        assertThat(articles.find(first.articleId()).orElseThrow().text()).isEqualTo("Twelve people were hurt.");
        assertThat(library.ofText(first.articleId())).contains(entry);
    }

    @Test
    void aCorrectionTakenBackIsAThirdVersion() {
        Added first = add("Twelve people were hurt.", null, "a");
        add("Fifteen people were hurt.", null, "a");
        assertThat(add("Twelve people were hurt.", null, "a").version()).isEqualTo(3);
        assertThat(library.current()).extracting(Article::id).containsExactly(first.articleId());
    }

    @Test
    void aCorrectionMayBeNamed() {
        Added first = add("Twelve people were hurt.", null, "a");
        assertThat(add("Fifteen people were hurt.", first.number(), "b").outcome())
                .isEqualTo(Outcome.CORRECTED);
        assertThatThrownBy(() -> add("Sixteen were hurt.", 77L, "c"))
                .isInstanceOf(StorageException.class)
                .hasMessage("The library has no article 77 to correct: footnote article list shows those it has.");
    }

    @Test
    void nearlyTheSameStoryFromElsewhereIsJoined() {
        Added first = add(story("ROME, Monday.", "More soon."), null, "a");
        Added copy = add(story("By our own staff.", "Read on tomorrow."), null, "b");
        assertThat(copy).isEqualTo(new Added(Outcome.COPY, first.number(), 1, first.articleId(), null));
        assertThat(library.find(first.number()).orElseThrow().places())
                .extracting(LibraryEntry.Place::place, LibraryEntry.Place::copy)
                .containsExactly(tuple("a", false), tuple("b", true));
        assertThat(add("Something else was told entirely.", null, "c").outcome())
                .isEqualTo(Outcome.NEW);
    }

    @Test
    void theSameFormOfAnotherWeekIsAnotherArticle() {
        Outcome[] outcomes = new Outcome[3];
        for (int index = 0; index < 3; index++) {
            OffsetDateTime published = OffsetDateTime.parse("2026-11-01T08:00:00Z")
                    .plusDays(List.of(0, 3, 7).get(index));
            Article article = article(story("Number " + index + ".", "Done.")).with(Publication.at(published));
            outcomes[index] = library.add(List.of(new Arrival(article, List.of("place" + index), null)))
                    .getFirst()
                    .outcome();
        }
        assertThat(outcomes).containsExactly(Outcome.NEW, Outcome.COPY, Outcome.NEW);
    }

    @Test
    void articlesAreListedNewestFirst() {
        library.add(List.of(
                new Arrival(article("Ann left.").with(published("2026-10-01T00:00:00Z")), List.of(), null),
                new Arrival(article("Bob came.").with(published("2026-10-03T00:00:00Z")), List.of(), null),
                new Arrival(article("Cem stayed."), List.of(), null)));
        assertThat(library.list().stream()
                        .map(line ->
                                articles.find(line.articleId()).orElseThrow().text()))
                .containsExactly("Cem stayed.", "Bob came.", "Ann left.");
    }

    private static Publication published(String time) {
        return Publication.at(OffsetDateTime.parse(time));
    }

    @Test
    void whenOneOfSeveralCannotBeAddedNoneIs() {
        List<Arrival> arrivals = List.of(
                new Arrival(article("Ann left."), List.of(), null), new Arrival(article("Bob came."), List.of(), 9L));
        assertThatThrownBy(() -> library.add(arrivals)).isInstanceOf(StorageException.class);
        assertThat(library.list()).isEmpty();
        assertThat(articles.all()).isEmpty();
    }

    @Test
    void theLibraryIsFullAtItsLimit() {
        Library small = new Library(database, CLOCK, 2);
        small.add(List.of(new Arrival(article("Ann left."), List.of(), null)));
        small.add(List.of(new Arrival(article("Bob came."), List.of(), null)));
        assertThatThrownBy(() -> small.add(List.of(new Arrival(article("Cem stayed."), List.of(), null))))
                .hasMessage("The library has 2 articles, the most it may have: remove what is no longer needed.");
    }

    @Test
    void whatIsRemovedIsGoneFromEverywhereAndTheLogStaysReadable() {
        AnswerTrace trace = Traces.grounded("t1", Traces.NOON);
        Article cited = new Article("a1", "The title", "test", null, "en", "Ann left Paris.", List.of());
        Added added =
                library.add(List.of(new Arrival(cited, List.of("a"), null))).getFirst();
        answers.record(trace);
        assertThat(library.remove(added.number())).containsExactly("a1");
        library.forgetRemoved();
        assertThat(library.list()).isEmpty();
        assertThat(articles.find("a1")).isEmpty();
        AnswerTrace kept = answers.find("t1").orElseThrow();
        assertThat(kept.toString())
                .doesNotContain("Ann left")
                .doesNotContain("Bob left")
                .doesNotContain("Ann came");
        assertThat(kept.question().text()).isEqualTo(trace.question().text());
        assertThat(kept.ranked()).isEqualTo(trace.ranked());
        assertThat(kept.answer())
                .isInstanceOfSatisfying(
                        Grounded.class,
                        grounded -> assertThat(grounded.sources()).allMatch(one -> one.removed()));
        assertThat(library.remove(added.number())).isEmpty();
        // what was removed may come back, as another article
        assertThat(library.add(List.of(new Arrival(cited, List.of("a"), null)))
                        .getFirst()
                        .number())
                .isGreaterThan(added.number());
    }
}
