package io.footnote.evaluation;

import io.footnote.answer.Abstained.Reason;
import io.footnote.storage.Database;
import io.footnote.storage.Exchanges.Opinion;
import io.footnote.storage.LogPage;
import io.footnote.storage.LogQuery;
import io.footnote.storage.LogQuery.Order;
import io.footnote.storage.LogQuery.Outcome;
import io.footnote.storage.LogQuery.Period;
import io.footnote.storage.LogQuery.Traits;
import io.footnote.storage.LogSearch;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How long the pages of the moderators' log take: every filter and order, the first page, the next, and deep ones. What is
 * told is the time that the processor works on a page, so that other programs on the machine do not count.
 */
public final class LogPageTimes {
    /** How many entries a page shows, as at the desk. */
    public static final int PAGE = 50;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final LogSearch search;
    private final Instant half;

    /** @param entries how many a {@link MadeLog} wrote into the database */
    public LogPageTimes(Database database, long entries) {
        this.search = new LogSearch(database);
        this.half = MadeLog.BEGIN.plus(MadeLog.APART.multipliedBy(entries / 2));
    }

    /** The pages by what they show. */
    Map<String, LogQuery> pages() {
        Map<String, LogQuery> pages = new LinkedHashMap<>();
        Period before = new Period(null, half);
        for (Order order : Order.values()) {
            String name = order.name().toLowerCase(Locale.ROOT);
            pages.put(name, query(Traits.ANY, null, order));
            pages.put(name + ", next page", next(query(Traits.ANY, null, order)));
            pages.put(name + ", words", query(Traits.ANY, MadeLog.word(40), order));
            pages.put(name + ", refused", query(Traits.refused(null), null, order));
            pages.put(name + ", before the middle", new LogQuery(before, Traits.ANY, null, order, null, PAGE));
            pages.put(name + ", a day", new LogQuery(day(), Traits.ANY, null, order, null, PAGE));
            traits().forEach((trait, traits) -> pages.put(name + ", " + trait, query(traits, null, order)));
        }
        pages.put("before the middle", inPeriod(before, Traits.ANY));
        pages.put("before the middle, next page", next(inPeriod(before, Traits.ANY)));
        pages.put("the oldest", inPeriod(new Period(null, MadeLog.BEGIN.plus(Duration.ofHours(1))), Traits.ANY));
        traits().forEach((name, traits) -> {
            pages.put(name + ", before the middle", inPeriod(before, traits));
        });
        pages.put("a common word", query(Traits.ANY, MadeLog.word(1), Order.NEWEST));
        pages.put("a rare word", query(Traits.ANY, MadeLog.word(4_321), Order.NEWEST));
        pages.put("two words", query(Traits.ANY, MadeLog.word(5) + " " + MadeLog.word(9), Order.NEWEST));
        pages.put("a phrase", query(Traits.ANY, "\"" + MadeLog.word(1) + " " + MadeLog.word(2) + "\"", Order.NEWEST));
        pages.put("a word that is not there", query(Traits.ANY, "nowhere", Order.NEWEST));
        return pages;
    }

    private Period day() {
        return new Period(half, half.plus(Duration.ofDays(1)));
    }

    private static Map<String, Traits> traits() {
        Map<String, Traits> all = new LinkedHashMap<>();
        all.put("article", article("article3"));
        all.put("rare article", article("article39"));
        all.put("answered", outcome(Outcome.ANSWERED));
        all.put("fallen back", outcome(Outcome.FALLEN_BACK));
        all.put("reason", new Traits(null, null, Reason.NOTHING_SUPPORTED, null, null, null, null, null, null));
        all.put("score below .05", new Traits(null, null, null, 0.05, null, null, null, null, null));
        all.put("language", new Traits(null, null, null, null, "ru", null, null, null, null));
        all.put("engine", new Traits(null, null, null, null, null, "openai:small", null, null, null));
        all.put("reviewed", new Traits(null, null, null, null, null, null, true, null, null));
        all.put("not reviewed", new Traits(null, null, null, null, null, null, false, null, null));
        all.put("thumb", new Traits(null, null, null, null, null, null, null, Opinion.WRONG_SOURCE, null));
        all.put("flagged", new Traits(null, null, null, null, null, null, null, null, "question.orders"));
        all.put(
                "several filters",
                new Traits("article3", Outcome.ANSWERED, null, 0.5, "en", "extractive", false, null, null));
        return all;
    }

    private static Traits article(String id) {
        return new Traits(id, null, null, null, null, null, null, null, null);
    }

    private static Traits outcome(Outcome outcome) {
        return new Traits(null, outcome, null, null, null, null, null, null, null);
    }

    private static LogQuery query(Traits traits, @Nullable String words, Order order) {
        return new LogQuery(Period.ALWAYS, traits, words, order, null, PAGE);
    }

    private static LogQuery inPeriod(Period period, Traits traits) {
        return new LogQuery(period, traits, null, Order.NEWEST, null, PAGE);
    }

    private LogQuery next(LogQuery first) {
        return first.after(search.page(first).next());
    }

    /**
     * What a page takes over two logs, in nanoseconds.
     *
     * @param few over the smaller
     * @param many over the larger
     */
    public record Times(long few, long many) {
        /** How many times as long the larger takes. */
        public double ratio() {
            return (double) many / few;
        }
    }

    /**
     * How long each page takes over either log: the medians of the rounds, after one through all pages that is not timed.
     * The logs take turns, so that what else the machine does meets both.
     *
     * @param rounds at least 1
     * @return by what the page shows, in a fixed order
     */
    public static Map<String, Times> compare(LogPageTimes few, LogPageTimes many, int rounds) {
        Map<String, LogQuery> small = few.pages();
        Map<String, LogQuery> large = many.pages();
        small.values().forEach(few::time);
        large.values().forEach(many::time);
        Map<String, Times> times = new LinkedHashMap<>();
        small.forEach((name, query) -> {
            LogQuery same = Objects.requireNonNull(large.get(name));
            few.time(query);
            many.time(same);
            long[] fewTook = new long[rounds];
            long[] manyTook = new long[rounds];
            for (int round = 0; round < rounds; round++) {
                fewTook[round] = few.time(query);
                manyTook[round] = many.time(same);
            }
            times.put(name, new Times(median(fewTook), median(manyTook)));
        });
        return times;
    }

    private long time(LogQuery query) {
        long started = THREADS.getCurrentThreadCpuTime();
        LogPage page = search.page(query);
        long took = THREADS.getCurrentThreadCpuTime() - started;
        if (page.entries().size() > PAGE) {
            throw new IllegalStateException("a page must not have more than " + PAGE + " entries");
        }
        return took;
    }

    private static long median(long[] took) {
        Arrays.sort(took);
        return took[took.length / 2];
    }
}
