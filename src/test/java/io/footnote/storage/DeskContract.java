package io.footnote.storage;

import static io.footnote.storage.Traces.NOON;
import static io.footnote.storage.Traces.abstained;
import static io.footnote.storage.Traces.grounded;
import static io.footnote.storage.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.answer.Abstained.Reason;
import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Correction;
import io.footnote.answer.Flag;
import io.footnote.evaluation.MadeLog;
import io.footnote.grounding.Citation;
import io.footnote.grounding.Statement;
import io.footnote.storage.Exchanges.Exchange;
import io.footnote.storage.Exchanges.Opinion;
import io.footnote.storage.Exchanges.Place;
import io.footnote.storage.LogQuery.Order;
import io.footnote.storage.LogQuery.Outcome;
import io.footnote.storage.LogQuery.Period;
import io.footnote.storage.LogQuery.Traits;
import io.footnote.storage.Review.Decision;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the moderators' desk finds and keeps, whatever the database. */
abstract class DeskContract {
    private static final InstantSource CLOCK = InstantSource.fixed(NOON);
    private static final long BOT = 412;
    private static final long READER = 77;

    private Database database;
    private AnswerRecords records;
    private LogSearch search;
    private Exchanges exchanges;
    private Reviews reviews;
    private CorrectionRecords corrections;
    private CorrectionNotices notices;
    private LogRetention retention;

    /** An open database with nothing in it; closed by the test class. */
    abstract Database empty();

    @BeforeEach
    void openDesk() {
        database = empty();
        records = new AnswerRecords(database);
        search = new LogSearch(database);
        exchanges = new Exchanges(database, PersonalData.under("a key of more than thirty-two characters"), BOT);
        reviews = new Reviews(database, CLOCK);
        corrections = new CorrectionRecords(database, CLOCK);
        notices = new CorrectionNotices(database, CLOCK);
        retention = new LogRetention(database);
    }

    private void ask(String id, int minutesLater) {
        records.record(grounded(id, NOON.plus(Duration.ofMinutes(minutesLater))));
    }

    private List<String> found(Traits traits) {
        return found(new LogQuery(Period.ALWAYS, traits, null, Order.NEWEST, null, 50));
    }

    private List<String> found(LogQuery query) {
        return search.page(query).entries().stream().map(LogEntry::id).toList();
    }

    private static Traits said(@Nullable Opinion opinion, @Nullable String flag) {
        return new Traits(null, null, null, null, null, null, null, opinion, flag);
    }

    @Test
    void theLogIsFilteredByWhatReadersSaidLast() {
        ask("a", 1);
        ask("b", 2);
        exchanges.judge("a", READER, Opinion.BAD, NOON);
        exchanges.judge("a", READER, Opinion.WRONG_SOURCE, NOON);
        assertThat(found(said(Opinion.WRONG_SOURCE, null))).containsExactly("a");
        assertThat(found(said(Opinion.BAD, null))).isEmpty();
        assertThat(search.find("a").orElseThrow().opinion()).isEqualTo(Opinion.WRONG_SOURCE);
        assertThat(search.find("b").orElseThrow().opinion()).isNull();
    }

    @Test
    void theLogIsFilteredByFlag() {
        ask("a", 1);
        records.record(flagged(grounded("b", NOON)));
        assertThat(found(said(null, "article.orders"))).containsExactly("b");
        assertThat(found(new LogQuery(Period.ALWAYS, said(null, "article.orders"), "Paris", Order.COST, null, 50)))
                .containsExactly("b");
        assertThat(search.flags()).containsExactly("article.orders");
    }

    @Test
    void everyOrderPagesThroughEveryEntryOnce() {
        for (int number = 0; number < 7; number++) {
            records.record(trace("t" + number, NOON.plusMillis(number % 3), grounded(0.5, null, null), number % 2));
        }
        for (Order order : Order.values()) {
            List<String> seen = new ArrayList<>();
            search.forEach(
                    new LogQuery(Period.ALWAYS, Traits.ANY, null, order, null, 2), entry -> seen.add(entry.id()));
            assertThat(seen).as(order.name()).hasSize(7).doesNotHaveDuplicates();
        }
    }

    /** Each has an index of its own for each order. */
    @Test
    void whatIsTrueOfFewComesInEveryOrderAndPagesThroughAll() {
        for (int number = 0; number < 12; number++) {
            AnswerTrace one = trace(
                    "t" + number,
                    NOON.plusMillis(number % 5),
                    grounded(0.5 + number % 3 * 0.1, number % 2 == 0 ? "the model did not answer" : null, null),
                    number % 4);
            records.record(number % 2 == 0 ? flagged(one) : one);
            if (number % 2 == 0) {
                exchanges.judge(one.id(), READER, Opinion.WRONG, NOON);
                reviews.save(new Review(one.id(), READER, Review.Decision.RIGHT, "", NOON));
            }
        }
        List<Traits> few = List.of(
                said(Opinion.WRONG, null),
                said(null, "article.orders"),
                new Traits(null, null, null, null, null, null, true, null, null),
                new Traits(null, LogQuery.Outcome.FALLEN_BACK, null, null, null, null, null, null, null));
        for (Order order : Order.values()) {
            List<String> all = new ArrayList<>();
            search.forEach(
                    new LogQuery(Period.ALWAYS, Traits.ANY, null, order, null, 50), entry -> all.add(entry.id()));
            all.removeIf(id -> Integer.parseInt(id.substring(1)) % 2 != 0);
            for (Traits traits : few) {
                List<String> seen = new ArrayList<>();
                search.forEach(
                        new LogQuery(Period.ALWAYS, traits, null, order, null, 2), entry -> seen.add(entry.id()));
                assertThat(seen).as(order + " " + traits).isEqualTo(all).hasSize(6);
            }
        }
    }

    /** Both with few enough to be read and sorted, and with more. */
    @Test
    void everyFilterInEveryOrderFindsWhatItIsTrueOfInThatOrder() {
        new MadeLog(database, 1).write(400, done -> {});
        List<LogEntry> all = new ArrayList<>();
        search.forEach(LogQuery.newest(500), all::add);
        assertThat(all).hasSize(400);
        Map<Traits, Predicate<LogEntry>> filters = new LinkedHashMap<>();
        filters.put(Traits.ANY, one -> true);
        filters.put(Traits.refused(null), one -> !one.answered());
        for (String engine : List.of("extractive", "openai:small")) {
            filters.put(
                    new Traits(null, null, null, null, null, engine, null, null, null),
                    one -> one.engine().equals(engine));
            filters.put(
                    new Traits(null, Outcome.ANSWERED, null, 0.5, null, engine, false, null, null),
                    one -> one.engine().equals(engine) && below(one, 0.5) && one.reviews() == 0);
        }
        for (Reason reason : Reason.values()) {
            filters.put(
                    new Traits(null, null, reason, null, null, "extractive", null, null, null),
                    one -> one.reason() == reason && one.engine().equals("extractive"));
        }
        filters.put(
                new Traits(null, Outcome.FALLEN_BACK, null, 0.9, null, null, null, Opinion.GOOD, null),
                one -> one.fallback() != null && below(one, 0.9) && one.opinion() == Opinion.GOOD);
        filters.put(
                new Traits(null, null, null, null, null, "extractive", true, Opinion.GOOD, null),
                one -> one.engine().equals("extractive") && one.reviews() > 0 && one.opinion() == Opinion.GOOD);
        filters.put(
                new Traits("article0", Outcome.FALLEN_BACK, null, null, null, null, null, null, null),
                one -> one.fallback() != null && isAbout("article0", one));
        filters.put(
                new Traits("article0", null, null, 0.5, null, null, null, null, null),
                one -> below(one, 0.5) && isAbout("article0", one));
        for (Period period : List.of(Period.ALWAYS, new Period(MadeLog.BEGIN.plusSeconds(3_000), null))) {
            filters.forEach((traits, fits) -> {
                for (Order order : Order.values()) {
                    List<String> right = all.stream()
                            .filter(fits)
                            .filter(one ->
                                    period.since() == null || !one.askedAt().isBefore(period.since()))
                            .sorted(in(order).reversed())
                            .map(LogEntry::id)
                            .toList();
                    for (int few : List.of(0, right.size())) {
                        List<String> seen = new ArrayList<>();
                        new LogSearch(database, few)
                                .forEach(
                                        new LogQuery(period, traits, null, order, null, 150),
                                        entry -> seen.add(entry.id()));
                        assertThat(seen)
                                .as(order + " " + traits + " " + period + " " + few)
                                .isEqualTo(right);
                    }
                }
            });
        }
    }

    private boolean isAbout(String articleId, LogEntry entry) {
        return records.find(entry.id()).orElseThrow().articleIds().contains(articleId);
    }

    private static boolean below(LogEntry entry, double score) {
        return entry.lowestScore() != null && entry.lowestScore() < score;
    }

    private static Comparator<LogEntry> in(Order order) {
        Comparator<LogEntry> value = switch (order) {
            case NEWEST -> Comparator.comparingLong(LogEntry::sequence);
            case DOUBT -> Comparator.comparingDouble(LogEntry::doubt);
            case SLOWEST -> Comparator.comparing(LogEntry::took);
            case COST -> Comparator.comparingLong(LogEntry::cost);
        };
        return value.thenComparingLong(LogEntry::sequence);
    }

    private static AnswerTrace flagged(AnswerTrace plain) {
        return new AnswerTrace(
                plain.id(),
                plain.question(),
                null,
                plain.articleIds(),
                plain.answer(),
                plain.ranked(),
                plain.rejected(),
                plain.calls(),
                plain.took(),
                List.of(),
                List.of(),
                List.of(new Flag(Flag.Kind.ORDERS, Flag.Place.ARTICLE)));
    }

    @Test
    void theMostExpensiveComesFirst() {
        records.record(trace("cheap", NOON, grounded(0.5, null, null), 1));
        assertThat(search.find("cheap").orElseThrow().cost()).isEqualTo(345);
    }

    @Test
    void aPeriodHoldsItsBeginningAndNotItsEnd() {
        ask("a", 0);
        ask("b", 1);
        ask("c", 2);
        Period period = new Period(NOON.plusSeconds(60), NOON.plusSeconds(120));
        assertThat(found(new LogQuery(period, Traits.ANY, null, Order.NEWEST, null, 50)))
                .containsExactly("b");
        assertThat(found(new LogQuery(period, Traits.refused(null), null, Order.NEWEST, null, 50)))
                .isEmpty();
        for (String far : List.of("9999-12-31T00:00:00Z", "2300-01-01T00:00:00Z")) {
            Instant time = Instant.parse(far);
            assertThat(found(new LogQuery(new Period(null, time), Traits.ANY, null, Order.NEWEST, null, 50)))
                    .as("until " + far)
                    .hasSize(3);
            assertThat(found(new LogQuery(new Period(time, null), Traits.ANY, null, Order.COST, null, 50)))
                    .as("since " + far)
                    .isEmpty();
        }
    }

    @Test
    void refusalsOfAnArticleAreFound() {
        ask("a", 0);
        records.record(trace("no", NOON, abstained(Reason.NO_RELEVANT_PASSAGE, null, null), 3, "a1"));
        assertThat(found(Traits.refused("a1"))).containsExactly("no");
        assertThat(found(new Traits("a2", Outcome.ABSTAINED, null, null, null, null, null, null, null)))
                .isEmpty();
    }

    private static Correction correction(String question, String text, boolean signed) {
        return new Correction(
                question, "a1", List.of(new Statement(text, List.of(new Citation("a1", 2)))), signed, 1001);
    }

    @Test
    void aCorrectionIsServedToTheSameQuestionHoweverItIsTypedUntilItIsWithdrawn() {
        corrections.save("t1", correction("Who left “Paris”?", "Ann left.", true));
        assertThat(corrections.find("  who LEFT paris", List.of("a0", "a1")))
                .contains(correction("Who left “Paris”?", "Ann left.", true));
        assertThat(corrections.find("Who left Paris?", List.of("a2"))).isEmpty();
        assertThat(corrections.find("Who left Rome?", List.of("a1"))).isEmpty();

        corrections.save("t2", correction("Who left Paris", "Bob left.", false));
        assertThat(corrections.of("t1")).as("another took its place").isEmpty();
        assertThat(corrections
                        .find("Who left Paris?", List.of("a1"))
                        .orElseThrow()
                        .signed())
                .isFalse();

        corrections.withdraw("t2");
        assertThat(corrections.find("Who left Paris?", List.of("a1"))).isEmpty();
    }

    @Test
    void aCorrectionIsSentOnlyAfterAnAnswerThatWentSomewhere() {
        ask("a", 0);
        assertThat(notices.request("a")).isFalse();
        Place place = new Place(-1009, false, READER, "es");
        exchanges.add(new Exchange("a", 5, null, NOON), place.chat(), place.person());
        exchanges.keepPlace("a", place);
        assertThat(exchanges.place("a")).contains(place);
        assertThat(notices.request("a")).isTrue();
        assertThat(notices.waiting(BOT, 10)).containsExactly("a");
        assertThat(notices.waiting(BOT + 1, 10)).isEmpty();
        notices.ended("a", CorrectionNotices.State.SENT);
        assertThat(notices.waiting(BOT, 10)).isEmpty();
        assertThat(notices.of("a")).contains(CorrectionNotices.State.SENT);
    }

    @Test
    void whatIsOlderThanTheLimitIsForgottenWithAllThatHangsOnItAndCorrectionsStay() {
        ask("old", 0);
        ask("new", 1);
        reviews.save(new Review("old", 1001, Decision.RIGHT, "", NOON));
        exchanges.add(new Exchange("old", 5, null, NOON), 5, READER);
        exchanges.keepPlace("old", new Place(5, true, READER, "en"));
        notices.request("old");
        corrections.save("old", correction("Who left?", "Ann left.", false));

        assertThat(retention.purge(NOON.plusSeconds(60))).isEqualTo(1);

        assertThat(found(LogQuery.newest(50))).containsExactly("new");
        assertThat(found(new LogQuery(Period.ALWAYS, Traits.ANY, "Paris", Order.NEWEST, null, 50)))
                .containsExactly("new");
        assertThat(reviews.of("old")).isEmpty();
        assertThat(exchanges.place("old")).isEmpty();
        assertThat(corrections.find("who left", List.of("a1"))).isPresent();
        assertThat(retention.purge(NOON.plusSeconds(60))).isZero();
    }
}
