package io.footnote.storage;

import io.footnote.answer.Abstained.Reason;
import io.footnote.storage.Exchanges.Opinion;
import io.footnote.storage.LogQuery.Cursor;
import io.footnote.storage.LogQuery.Order;
import io.footnote.storage.LogQuery.Traits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A page of the log in SQL. One index leads, which hands its rows out in the order asked for; every other condition is
 * written so that no index serves it, or the database might read everything that meets it and sort that. The index holds
 * what the other conditions ask for, so that rows of the table are read for what is on the page only. For one thread.
 */
final class LogSql {
    private static final Set<Lead> BY_TIME_ONLY = EnumSet.of(Lead.REASON, Lead.ENGINE, Lead.LANGUAGE);

    private final LogQuery query;
    private final Dialect dialect;
    private final Lead lead;
    private final boolean whole;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** @param whole whether all that leads is read and sorted, because it is little */
    private LogSql(LogQuery query, Dialect dialect, Lead lead, boolean whole) {
        this.query = query;
        this.dialect = dialect;
        this.lead = lead;
        this.whole = whole;
    }

    /** What leads. */
    private enum Lead {
        /** The order itself. */
        ORDER,
        /** The words searched for, the newest first. */
        WORDS("answer_text join answer a%s on a.sequence = answer_text.rowid", "a", "answer_text.rowid"),
        /** The newest with the words searched for, in another order. */
        FOUND("answer a%s", "a", "a.sequence"),
        /** The article, in any order. */
        ARTICLE("answer_article x join answer a%s on a.sequence = x.sequence", "x", "x.sequence"),
        /** What is true of few, in any order. */
        FLAG("answer_flag f join answer a%s on a.sequence = f.sequence", "f", "f.sequence"),
        FALLBACK,
        OPINION,
        REVIEWED,
        /** What is true of more, the newest first; in another order where it is true of few. */
        REASON,
        ENGINE,
        LANGUAGE;

        private final String tables;
        private final String sorted;
        private final String time;

        Lead() {
            this("answer a", "a", "a.sequence");
        }

        /**
         * @param tables with a place for the index by which answers are looked up one by one
         * @param sorted the table whose columns are sorted by
         */
        Lead(String tables, String sorted, String time) {
            this.tables = tables;
            this.sorted = sorted;
            this.time = time;
        }
    }

    /**
     * The page.
     *
     * @param terms what to search for, as {@link Dialect#terms} makes it; empty for nothing
     */
    static LogSql of(LogQuery query, String terms, Dialect dialect, LogCounts counts) {
        Lead lead = lead(query, terms, counts);
        LogSql sql = new LogSql(
                query,
                dialect,
                lead,
                query.order().hasTies() && (BY_TIME_ONLY.contains(lead) || counts.few(query.period())));
        sql.words(terms);
        sql.traits(query.traits());
        sql.period();
        sql.after(query.after());
        return sql;
    }

    /** Of what is asked for, what is usually true of the fewest and has an index in that order. */
    private static Lead lead(LogQuery query, String terms, LogCounts counts) {
        Traits traits = query.traits();
        boolean newest = query.order() == Order.NEWEST;
        if (!terms.isEmpty()) {
            return newest ? Lead.WORDS : Lead.FOUND;
        }
        if (traits.flag() != null) {
            return Lead.FLAG;
        }
        if (traits.outcome() == LogQuery.Outcome.FALLEN_BACK) {
            return Lead.FALLBACK;
        }
        if (traits.opinion() != null) {
            return Lead.OPINION;
        }
        if (Boolean.TRUE.equals(traits.reviewed())) {
            return Lead.REVIEWED;
        }
        if (traits.articleId() != null) {
            return Lead.ARTICLE;
        }
        return oftenTrue(traits, (column, value) -> newest || counts.few(column, value));
    }

    /** What is true of so many that it has an index by time only. */
    private static Lead oftenTrue(Traits traits, BiPredicate<String, String> leads) {
        Reason reason = traits.reason();
        if (reason != null && leads.test("reason", AnswerRecords.nameOf(reason))) {
            return Lead.REASON;
        }
        String engine = traits.engine();
        if (engine != null && leads.test("engine", engine)) {
            return Lead.ENGINE;
        }
        String language = traits.language();
        return language != null && leads.test("language", language) ? Lead.LANGUAGE : Lead.ORDER;
    }

    private void words(String terms) {
        if (!terms.isEmpty()) {
            values.put("text", terms);
            conditions.add(
                    lead == Lead.WORDS
                            ? dialect.matches()
                            : "a.sequence in (select rowid from answer_text where " + dialect.matches()
                                    + " order by rowid desc limit " + LogQuery.MAX_FOUND + ")");
        }
    }

    private void traits(Traits traits) {
        Reason reason = traits.reason();
        Opinion opinion = traits.opinion();
        bound(Lead.REASON, "a.reason = :reason", "reason", reason == null ? null : AnswerRecords.nameOf(reason));
        bound(Lead.OPINION, "a.opinion = :opinion", "opinion", opinion == null ? null : opinion.column());
        bound(Lead.ENGINE, "a.engine = :engine", "engine", traits.engine());
        bound(Lead.LANGUAGE, "a.language = :language", "language", traits.language());
        bound(
                lead == Lead.ARTICLE ? "x.article_id = :article" : has("answer_article", "article_id = :article"),
                "article",
                traits.articleId());
        bound(lead == Lead.FLAG ? "f.flag = :flag" : has("answer_flag", "flag = :flag"), "flag", traits.flag());
        bound(passed("a.lowest_score < :score"), "score", traits.scoreBelow());
        if (traits.outcome() != null) {
            conditions.add(
                    switch (traits.outcome()) {
                        // by the reason, which the indices hold; it is there for a refusal, and only then
                        case ANSWERED -> passed("a.reason is null");
                        case ABSTAINED -> passed("a.reason is not null");
                        case FALLEN_BACK -> by(lead == Lead.FALLBACK, "a.fallback is not null");
                    });
        }
        if (traits.reviewed() != null) {
            boolean waiting = lead == Lead.ORDER && query.order() == Order.DOUBT;
            conditions.add(
                    traits.reviewed() ? by(lead == Lead.REVIEWED, "a.reviews > 0") : by(waiting, "a.reviews = 0"));
        }
    }

    private void bound(Lead by, String condition, String name, @Nullable Object value) {
        bound(by(lead == by, condition), name, value);
    }

    private static String has(String table, String condition) {
        return passed("exists (select 1 from " + table + " y where y." + condition + " and y.sequence = a.sequence)");
    }

    private static String by(boolean leads, String condition) {
        return leads ? condition : passed(condition);
    }

    /** The condition so that no index serves it, while the database still estimates how many meet it. */
    private static String passed(String condition) {
        return "(" + condition + ") is true";
    }

    /** A long stretch of time is passed through in the order asked for; only a short one is read whole and sorted. */
    private void period() {
        boolean leads = whole || query.order() == Order.NEWEST;
        bound(
                by(leads, lead.time + " >= :since"),
                "since",
                sequence(query.period().since()));
        bound(
                by(leads, lead.time + " < :until"),
                "until",
                sequence(query.period().until()));
    }

    private static @Nullable Long sequence(@Nullable Instant time) {
        return time == null ? null : AnswerRecords.firstSequence(time);
    }

    /** Where the page before ended, in the columns that the index is sorted by. */
    private void after(@Nullable Cursor after) {
        if (after == null) {
            return;
        }
        values.put("afterSequence", after.sequence());
        if (query.order().hasTies()) {
            conditions.add("(" + sorted() + ", " + lead.time + ") < (:afterValue, :afterSequence)");
            values.put("afterValue", query.order().stored(after.value()));
        } else {
            conditions.add(lead.time + " < :afterSequence");
        }
    }

    private String sorted() {
        return lead.sorted + "." + query.order().column();
    }

    private void bound(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }

    /** The statement, which also wants {@code :limit}; of the answers {@code a}. */
    String select(String columns) {
        boolean ties = query.order().hasTies();
        return "select " + columns + " from (select " + lead.time + " as place"
                + (ties ? ", " + sorted() + " as value" : "")
                + " from " + lead.tables.formatted(dialect.through("answer_by_time"))
                + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
                + " order by " + (ties ? sorted() + " desc, " : "") + lead.time + " desc limit :limit) page"
                + " join answer a on a.sequence = page.place order by " + (ties ? "page.value desc, " : "")
                + "page.place desc";
    }

    /** What its parameters stand for, but the limit. */
    Map<String, Object> values() {
        return values;
    }
}
