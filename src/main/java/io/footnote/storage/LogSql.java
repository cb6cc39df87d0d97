package io.footnote.storage;

import io.footnote.answer.Abstained.Reason;
import io.footnote.storage.Exchanges.Opinion;
import io.footnote.storage.LogQuery.Cursor;
import io.footnote.storage.LogQuery.Order;
import io.footnote.storage.LogQuery.Traits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of the log in SQL. One index leads, which hands its rows out in the order asked for; every other condition is
 * written so that no index serves it, or the database might read everything that meets it and sort that. For one thread.
 */
final class LogSql {
    private final LogQuery query;
    private final Lead lead;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    private LogSql(LogQuery query, Lead lead) {
        this.query = query;
        this.lead = lead;
    }

    /** What leads. */
    private enum Lead {
        /** The order itself. */
        ORDER("answer a", "a", "a.sequence"),
        /** The words searched for, the newest first. */
        WORDS("answer_text join answer a on a.sequence = answer_text.rowid", "a", "answer_text.rowid"),
        /** The article, in any order. */
        ARTICLE("answer_article x join answer a on a.id = x.answer_id", "x", "x.sequence"),
        /** What is true of few, in any order. */
        FLAG("answer_flag f join answer a on a.id = f.answer_id", "f", "f.sequence"),
        OPINION,
        REVIEWED,
        FALLBACK,
        /** What is true of more, the newest first. */
        REASON,
        ENGINE,
        LANGUAGE;

        private final String tables;
        private final String sorted;
        private final String time;

        Lead() {
            this("answer a", "a", "a.sequence");
        }

        /** @param sorted the table whose columns are sorted by */
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
     * @param few whether the stretch of time asked for holds little
     */
    static LogSql of(LogQuery query, String terms, Dialect dialect, boolean few) {
        LogSql sql = new LogSql(query, lead(query, terms));
        sql.words(terms, dialect);
        sql.traits(query.traits());
        sql.period(few);
        sql.after(query.after());
        return sql;
    }

    /** Of what is asked for, what is usually true of the fewest and has an index in that order. */
    private static Lead lead(LogQuery query, String terms) {
        Traits traits = query.traits();
        boolean newest = query.order() == Order.NEWEST;
        if (!terms.isEmpty()) {
            return newest ? Lead.WORDS : Lead.ORDER;
        }
        if (traits.flag() != null) {
            return Lead.FLAG;
        }
        if (traits.opinion() != null) {
            return Lead.OPINION;
        }
        if (Boolean.TRUE.equals(traits.reviewed())) {
            return Lead.REVIEWED;
        }
        if (traits.outcome() == LogQuery.Outcome.FALLEN_BACK) {
            return Lead.FALLBACK;
        }
        if (traits.articleId() != null) {
            return Lead.ARTICLE;
        }
        return newest ? oftenTrue(traits) : Lead.ORDER;
    }

    /** What is true of so many that it has an index by time only. */
    private static Lead oftenTrue(Traits traits) {
        if (traits.reason() != null) {
            return Lead.REASON;
        }
        if (traits.engine() != null) {
            return Lead.ENGINE;
        }
        return traits.language() == null ? Lead.ORDER : Lead.LANGUAGE;
    }

    private void words(String terms, Dialect dialect) {
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
        equal(Lead.REASON, "a.reason", "reason", reason == null ? null : AnswerRecords.nameOf(reason));
        equal(Lead.OPINION, "a.opinion", "opinion", opinion == null ? null : opinion.column());
        equal(Lead.ENGINE, "a.engine", "engine", traits.engine());
        equal(Lead.LANGUAGE, "a.language", "language", traits.language());
        bound(
                lead == Lead.ARTICLE
                        ? "x.article_id = :article"
                        : "exists (select 1 from answer_article y where y.answer_id = a.id"
                                + " and coalesce(y.article_id, '') = :article)",
                "article",
                traits.articleId());
        bound(
                lead == Lead.FLAG
                        ? "f.flag = :flag"
                        : "exists (select 1 from answer_flag y where y.answer_id = a.id and y.flag = :flag)",
                "flag",
                traits.flag());
        bound("coalesce(a.lowest_score, 2) < :score", "score", traits.scoreBelow());
        if (traits.outcome() != null) {
            conditions.add(
                    switch (traits.outcome()) {
                        case ANSWERED -> "a.outcome = 'grounded'";
                        case ABSTAINED -> "a.outcome = 'abstained'";
                        case FALLEN_BACK ->
                            lead == Lead.FALLBACK ? "a.fallback is not null" : "coalesce(a.fallback, '') <> ''";
                    });
        }
        if (traits.reviewed() != null) {
            conditions.add(reviewed(traits.reviewed()));
        }
    }

    private String reviewed(boolean reviewed) {
        if (reviewed) {
            return lead == Lead.REVIEWED ? "a.reviews > 0" : "coalesce(a.reviews, 0) > 0";
        }
        return lead == Lead.ORDER && query.order() == Order.DOUBT ? "a.reviews = 0" : "coalesce(a.reviews, 0) = 0";
    }

    private void equal(Lead by, String column, String name, @Nullable Object value) {
        bound((lead == by ? column : "coalesce(" + column + ", '')") + " = :" + name, name, value);
    }

    /** A long stretch of time is passed through in the order asked for; only a short one is read whole and sorted. */
    private void period(boolean few) {
        boolean indexed = few || query.order() == Order.NEWEST;
        String time = indexed ? lead.time : "coalesce(" + lead.time + ", 0)";
        bound(time + " >= :since", "since", sequence(query.period().since()));
        bound(time + " < :until", "until", sequence(query.period().until()));
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

    /** The statement, which also wants {@code :limit}. */
    String select(String columns) {
        return "select " + columns + " from " + lead.tables
                + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions)) + " order by "
                + (query.order().hasTies() ? sorted() + " desc, " : "") + lead.time + " desc limit :limit";
    }

    /** What its parameters stand for, but the limit. */
    Map<String, Object> values() {
        return values;
    }
}
