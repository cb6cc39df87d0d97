package io.footnote.storage;

import io.footnote.storage.Review.Decision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Figures over a stretch of the answer log, for one article or all. Days are those of UTC. Safe for any number of threads. */
public final class LogFigures {
    /** How many articles and questions the lists of the busiest hold. */
    public static final int BUSIEST = 10;

    private static final int BINS = 10;
    private static final String DAY = "a.asked_at / 86400000";

    private final Database database;

    /** @param database an open database, which stays the caller's to close */
    public LogFigures(Database database) {
        this.database = database;
    }

    /**
     * Which answers count.
     *
     * @param since those asked at or after this time
     * @param until and before this time
     * @param articleId only those about this article, or null for all
     */
    public record Range(
            Instant since, Instant until, @Nullable String articleId) {}

    /**
     * One day.
     *
     * @param questions how many were asked
     * @param answered how many of them have an answer
     * @param fallbacks in how many the embedded drafter stood in
     * @param good how many readers were content with last
     * @param bad how many they were not
     * @param lowestScore the mean score of the weakest statements, in [0, 1]; null without an answer
     * @param medianMillis the median time to an answer, by nearest rank
     * @param p95Millis the 95th percentile of it, by nearest rank
     * @param cost of the model calls, in millionths of a US dollar
     */
    public record Day(
            LocalDate day,
            long questions,
            long answered,
            long fallbacks,
            long good,
            long bad,
            @Nullable Double lowestScore,
            long medianMillis,
            long p95Millis,
            long cost) {
        /** How many were refused. */
        public long refused() {
            return questions - answered;
        }
    }

    /**
     * What moderators made of the answers of one day.
     *
     * @param judged how many answers have a verdict
     * @param right how many of them are right
     */
    public record JudgedDay(LocalDate day, long judged, long right) {}

    /**
     * Something counted.
     *
     * @param name what it is, for a person
     * @param id what it is looked up by
     */
    public record Count(String name, String id, long count) {}

    /**
     * What moderators said of the answers given.
     *
     * @param decision the verdict
     * @param answered verdicts on answers
     * @param refused verdicts on refusals
     */
    public record Verdicts(Decision decision, long answered, long refused) {}

    /**
     * A stretch in three numbers.
     *
     * @param answered how many of the questions have an answer
     * @param fallbacks in how many the embedded drafter stood in
     */
    public record Counts(long questions, long answered, long fallbacks) {
        /** How many were refused. */
        public long refused() {
            return questions - answered;
        }
    }

    /** How much was asked and how it ended. */
    public Counts counts(Range range) {
        return database.read(handle -> bound(
                        handle.createQuery("select count(*) as questions, count(*) - count(a.reason) as answered,"
                                + " count(a.fallback) as fallbacks from answer a where " + where(range)),
                        range)
                .map((row, context) ->
                        new Counts(row.getLong("questions"), row.getLong("answered"), row.getLong("fallbacks")))
                .one());
    }

    /** The days with a question, oldest first. */
    public List<Day> days(Range range) {
        return database.read(handle -> bound(handle.createQuery("""
            select day, max(n) as questions, sum(answered) as answered, sum(fallback) as fallbacks,
                sum(good) as good, sum(bad) as bad, avg(lowest_score) as score,
                max(case when place = (n + 1) / 2 then millis end) as median,
                max(case when place = (n * 95 + 99) / 100 then millis end) as p95, sum(cost) as cost
            from (select %1$s as day, a.millis, a.lowest_score, a.cost,
                    case when a.reason is null then 1 else 0 end as answered,
                    case when a.fallback is null then 0 else 1 end as fallback,
                    case when a.opinion = 'good' then 1 else 0 end as good,
                    case when a.opinion <> 'good' then 1 else 0 end as bad,
                    row_number() over (partition by %1$s order by a.millis, a.sequence) as place,
                    count(*) over (partition by %1$s) as n
                from answer a where %2$s) timed
            group by day order by day\
            """.formatted(DAY, where(range))), range)
                .map(LogFigures::day)
                .list());
    }

    private static Day day(ResultSet row, StatementContext context) throws SQLException {
        double score = row.getDouble("score");
        boolean scored = !row.wasNull();
        return new Day(
                LocalDate.ofEpochDay(row.getLong("day")),
                row.getLong("questions"),
                row.getLong("answered"),
                row.getLong("fallbacks"),
                row.getLong("good"),
                row.getLong("bad"),
                scored ? score : null,
                row.getLong("median"),
                row.getLong("p95"),
                row.getLong("cost"));
    }

    /** The days with an answer that has a verdict, oldest first; of several verdicts on one the newest counts. */
    public List<JudgedDay> judgedDays(Range range) {
        return database.read(handle -> bound(handle.createQuery("""
            select %s as day, count(*) as judged, sum(case when r.decision = 'right' then 1 else 0 end) as fine
            from answer a join review r on r.answer_id = a.id
            where %s and a.reviews > 0 and a.reason is null and r.withdrawn_at is null
                and not exists (select 1 from review later where later.answer_id = r.answer_id
                    and later.withdrawn_at is null and later.id > r.id)
            group by %1$s order by 1\
            """.formatted(DAY, where(range))), range)
                .map((row, context) -> new JudgedDay(
                        LocalDate.ofEpochDay(row.getLong("day")), row.getLong("judged"), row.getLong("fine")))
                .list());
    }

    /** How many answers have their weakest statement's score from tenth to tenth; the last includes 1. */
    public List<Long> scores(Range range) {
        return database.read(handle -> {
            Long[] bins = new Long[BINS];
            Arrays.fill(bins, 0L);
            bound(
                            handle.createQuery("select " + tenth() + " as bin, count(*) as answers from answer a where "
                                    + where(range) + " and a.lowest_score is not null group by " + tenth()),
                            range)
                    .map((row, context) -> Map.entry(row.getInt("bin"), row.getLong("answers")))
                    .forEach(bin -> bins[bin.getKey()] = bin.getValue());
            return List.of(bins);
        });
    }

    private static String tenth() {
        StringBuilder cases = new StringBuilder("case");
        for (int bin = 1; bin < BINS; bin++) {
            cases.append(" when a.lowest_score < 0.")
                    .append(bin)
                    .append(" then ")
                    .append(bin - 1);
        }
        return cases.append(" else 9 end").toString();
    }

    /** The articles most asked about. */
    public List<Count> articles(Range range) {
        return counts(
                range,
                "select x.article_id as id, coalesce(max(t.title), x.article_id) as name, count(*) as n"
                        + " from answer a join answer_article x on x.answer_id = a.id"
                        + " left join article t on t.id = x.article_id where " + where(range)
                        + " group by x.article_id order by n desc, x.article_id limit " + BUSIEST);
    }

    /** The questions asked most, small and capital letters alike. */
    public List<Count> questions(Range range) {
        return counts(
                range,
                "select lower(a.question) as id, min(a.question) as name, count(*) as n from answer a where "
                        + where(range) + " group by lower(a.question) order by n desc, id limit " + BUSIEST);
    }

    private List<Count> counts(Range range, String sql) {
        return database.read(handle -> bound(handle.createQuery(sql), range)
                .map((row, context) -> new Count(row.getString("name"), row.getString("id"), row.getLong("n")))
                .list());
    }

    /** The standing verdicts on what was asked in the range. */
    public List<Verdicts> verdicts(Range range) {
        return database.read(handle -> bound(
                        handle.createQuery(
                                "select r.decision, sum(case when a.reason is null then 1 else 0 end) as answered,"
                                        + " sum(case when a.reason is null then 0 else 1 end) as refused"
                                        + " from review r join answer a on a.id = r.answer_id where " + where(range)
                                        + " and r.withdrawn_at is null group by r.decision order by r.decision"),
                        range)
                .map((row, context) -> new Verdicts(
                        Decision.of(row.getString("decision")), row.getLong("answered"), row.getLong("refused")))
                .list());
    }

    private static String where(Range range) {
        return "a.sequence >= :since and a.sequence < :until"
                + (range.articleId() == null
                        ? ""
                        : " and exists (select 1 from answer_article y where y.answer_id = a.id"
                                + " and y.article_id = :article)");
    }

    private static Query bound(Query query, Range range) {
        query.bind("since", AnswerRecords.firstSequence(range.since()))
                .bind("until", AnswerRecords.firstSequence(range.until()));
        if (range.articleId() != null) {
            query.bind("article", range.articleId());
        }
        return query;
    }
}
