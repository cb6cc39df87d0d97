package io.footnote.storage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.footnote.answer.Abstained.Reason;
import io.footnote.storage.AnswerRecords.Entry;
import io.footnote.storage.AnswerRecords.Filter;
import io.footnote.storage.AnswerRecords.Stats;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** What is asked of the answer log, in SQL. */
final class AnswerQueries {
    private AnswerQueries() {}

    /** One page. Pages continue after an entry, not at an offset, so that new answers do not shift them. */
    static List<Entry> list(Handle handle, Filter filter) {
        Map<String, Object> values = new LinkedHashMap<>();
        String where = where(filter, values);
        Query query = handle.createQuery("""
                        select id, asked_at, question, reason, engine, fallback, confidence, lowest_score, millis
                        from answer""" + where + " order by asked_at desc, id desc limit :limit")
                .bind("limit", filter.limit());
        values.forEach(query::bind);
        List<Entry> bare = query.map((row, context) -> entry(row, List.of())).list();
        Map<String, List<String>> articleIds = articleIds(handle, bare);
        return bare.stream()
                .map(entry -> with(entry, articleIds.getOrDefault(entry.id(), List.of())))
                .toList();
    }

    private static String where(Filter filter, Map<String, Object> values) {
        List<String> conditions = new ArrayList<>();
        if (filter.answered() != null) {
            conditions.add(filter.answered() ? "reason is null" : "reason is not null");
        }
        if (filter.reason() != null) {
            conditions.add("reason = :reason");
            values.put("reason", AnswerRecords.nameOf(filter.reason()));
        }
        if (filter.articleId() != null) {
            conditions.add("id in (select answer_id from answer_article where article_id = :articleId)");
            values.put("articleId", filter.articleId());
        }
        if (filter.flag() != null) {
            conditions.add("id in (select answer_id from answer_flag where flag = :flag)");
            values.put("flag", filter.flag());
        }
        if (filter.since() != null) {
            conditions.add("asked_at >= :since");
            values.put("since", filter.since().toEpochMilli());
        }
        if (filter.until() != null) {
            conditions.add("asked_at < :until");
            values.put("until", filter.until().toEpochMilli());
        }
        if (filter.after() != null) {
            conditions.add("(asked_at, id) < (:afterTime, :afterId)");
            values.put("afterTime", filter.after().askedAt().toEpochMilli());
            values.put("afterId", filter.after().id());
        }
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private static Entry entry(ResultSet row, List<String> articleIds) throws SQLException {
        String reason = row.getString("reason");
        double lowestScore = row.getDouble("lowest_score");
        boolean scored = !row.wasNull();
        return new Entry(
                row.getString("id"),
                Instant.ofEpochMilli(row.getLong("asked_at")),
                row.getString("question"),
                articleIds,
                reason == null ? null : AnswerRecords.reasonOf(reason),
                row.getString("engine"),
                row.getString("fallback"),
                row.getDouble("confidence"),
                scored ? lowestScore : null,
                Duration.ofMillis(row.getLong("millis")));
    }

    private static Map<String, List<String>> articleIds(Handle handle, List<Entry> entries) {
        if (entries.isEmpty()) {
            return Map.of();
        }
        return handle
                .createQuery("""
                        select answer_id, article_id from answer_article
                        where answer_id in (<ids>) order by answer_id, position""")
                .bindList("ids", entries.stream().map(Entry::id).toList())
                .map((row, context) -> Map.entry(row.getString("answer_id"), row.getString("article_id")))
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static Entry with(Entry entry, List<String> articleIds) {
        return new Entry(
                entry.id(),
                entry.askedAt(),
                entry.question(),
                articleIds,
                entry.reason(),
                entry.engine(),
                entry.fallback(),
                entry.confidence(),
                entry.lowestScore(),
                entry.took());
    }

    static Stats stats(Handle handle) {
        Map<Reason, Long> abstained = new EnumMap<>(Reason.class);
        handle.createQuery("select reason, count(*) as answers from answer where reason is not null group by reason")
                .map((row, context) ->
                        Map.entry(AnswerRecords.reasonOf(row.getString("reason")), row.getLong("answers")))
                .forEach(count -> abstained.put(count.getKey(), count.getValue()));
        return handle.createQuery("""
                        select count(*) as answers, count(*) - count(reason) as answered, count(fallback) as fallbacks,
                            avg(confidence) as confidence, min(asked_at) as first_asked, max(asked_at) as last_asked
                        from answer""")
                .map((row, context) -> {
                    long answers = row.getLong("answers");
                    boolean none = answers == 0;
                    return new Stats(
                            answers,
                            row.getLong("answered"),
                            abstained,
                            row.getLong("fallbacks"),
                            millisAt(handle, answers, 50),
                            millisAt(handle, answers, 95),
                            none ? null : row.getDouble("confidence"),
                            none ? null : Instant.ofEpochMilli(row.getLong("first_asked")),
                            none ? null : Instant.ofEpochMilli(row.getLong("last_asked")));
                })
                .one();
    }

    /** The percentile by nearest rank: the smallest time that at least so many of a hundred do not exceed. */
    private static @Nullable Long millisAt(Handle handle, long answers, int percentile) {
        long rank = Math.ceilDiv(answers * percentile, 100L);
        return rank == 0
                ? null
                : handle.createQuery("select millis from answer order by millis limit 1 offset :before")
                        .bind("before", rank - 1)
                        .mapTo(Long.class)
                        .findOne()
                        .orElse(null);
    }
}
