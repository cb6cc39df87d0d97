package io.footnote.storage;

import io.footnote.answer.Abstained;
import io.footnote.answer.Abstained.Reason;
import io.footnote.answer.Answer;
import io.footnote.answer.AnswerLog;
import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Correction;
import io.footnote.answer.Flag;
import io.footnote.answer.Grounded;
import io.footnote.answer.ShownSoFar;
import io.footnote.grounding.CheckedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The answer log in the database: columns for what is listed and filtered, and the whole trace as JSON. Safe for any
 * number of threads.
 */
public final class AnswerRecords implements AnswerLog {
    /** How many bits of a sequence tell answers of one millisecond apart. */
    private static final int TIE_BITS = 20;

    private final Database database;

    /** @param database an open database, which stays the caller's to close */
    public AnswerRecords(Database database) {
        this.database = database;
    }

    /** @throws StorageException when it could not be kept, or an answer of that id is in the log already */
    @Override
    public void record(AnswerTrace trace) {
        Answer answer = trace.answer();
        String json = Json.write(trace);
        database.write(handle -> {
            int added = handle.createUpdate("""
                insert into answer (id, asked_at, question, outcome, reason, engine, fallback, confidence,
                    lowest_score, millis, trace_json, sequence, doubt, cost, language)
                values (:id, :askedAt, :question, :outcome, :reason, :engine, :fallback, :confidence,
                    :lowestScore, :millis, :trace, :sequence, :doubt, :cost,
                    (select language from article where id = :firstArticle))
                on conflict (id) do nothing\
                """)
                    .bind("id", trace.id())
                    .bind("askedAt", trace.question().askedAt().toEpochMilli())
                    .bind("question", printable(trace.question().text()))
                    .bind("outcome", answer instanceof Grounded ? "grounded" : "abstained")
                    .bind("reason", answer instanceof Abstained refused ? nameOf(refused.reason()) : null)
                    .bind("engine", answer.engine())
                    .bind("fallback", answer.fallback())
                    .bind("confidence", answer.confidence())
                    .bind("lowestScore", answer instanceof Grounded grounded ? lowestScore(grounded) : null)
                    .bind("millis", trace.took().toMillis())
                    .bind("trace", json)
                    .bind("sequence", sequence(trace))
                    .bind("doubt", doubt(answer))
                    .bind("cost", cost(trace))
                    .bind(
                            "firstArticle",
                            trace.articleIds().stream().findFirst().orElse(null))
                    .execute();
            if (added == 0) {
                throw new StorageException("The answer " + trace.id() + " is in the log already.", false, null);
            }
            for (int index = 0; index < trace.articleIds().size(); index++) {
                handle.createUpdate("""
                    insert into answer_article (answer_id, position, article_id, sequence, doubt, millis, cost)
                    values (:id, :position, :articleId, :sequence, :doubt, :millis, :cost)\
                    """)
                        .bind("id", trace.id())
                        .bind("position", index + 1)
                        .bind("articleId", trace.articleIds().get(index))
                        .bind("sequence", sequence(trace))
                        .bind("doubt", doubt(answer))
                        .bind("millis", trace.took().toMillis())
                        .bind("cost", cost(trace))
                        .execute();
            }
            for (String flag : trace.flags().stream().map(Flag::name).distinct().toList()) {
                handle.createUpdate("insert into answer_flag (answer_id, flag, sequence, doubt, millis, cost)"
                                + " select id, :flag, sequence, doubt, millis, cost from answer where id = :id")
                        .bind("id", trace.id())
                        .bind("flag", flag)
                        .execute();
            }
            handle.createUpdate("delete from shown_so_far where id = :id")
                    .bind("id", trace.id())
                    .execute();
            makeSearchable(handle, database.dialect(), trace);
        });
    }

    /** Lets an answer be found by its words, and by those alone. */
    static void makeSearchable(Handle handle, Dialect dialect, AnswerTrace trace) {
        long sequence = sequence(trace);
        handle.createUpdate("delete from answer_text where rowid = :sequence")
                .bind("sequence", sequence)
                .execute();
        handle.createUpdate("insert into answer_text (rowid, words) values (:sequence, " + dialect.indexed() + ")")
                .bind("sequence", sequence)
                .bind("words", printable(words(trace)))
                .execute();
    }

    /** @throws StorageException when it could not be kept */
    @Override
    public void recordShown(ShownSoFar shown) {
        String json = Json.write(shown);
        database.write(handle -> handle.createUpdate("""
            insert into shown_so_far (id, asked_at, question, reader, shown_json)
            values (:id, :askedAt, :question, :reader, :shown)
            on conflict (id) do update set shown_json = excluded.shown_json\
            """)
                .bind("id", shown.id())
                .bind("askedAt", shown.question().askedAt().toEpochMilli())
                .bind("question", printable(shown.question().text()))
                .bind("reader", shown.reader())
                .bind("shown", json)
                .execute());
    }

    /**
     * What was shown of answers that are being made or never were finished, newest first.
     *
     * @param limit how many at the most, at least 1
     * @throws StorageException when the database cannot be read
     */
    public List<ShownSoFar> unfinished(int limit) {
        return database
                .read(handle -> handle.createQuery("""
                    select id, shown_json from shown_so_far order by asked_at desc, id desc limit :limit\
                    """)
                        .bind("limit", limit)
                        .map((row, context) -> new Stored(row.getString("id"), row.getString("shown_json")))
                        .list())
                .stream()
                .map(stored -> Json.read(stored.json(), ShownSoFar.class, "answer " + stored.id()))
                .toList();
    }

    /**
     * A number that grows with the time of the question, and differs for answers of the same millisecond: the
     * milliseconds times 2^20, and twenty bits of the id's hash. That two of the same millisecond share those has a
     * chance of one in a million, and is refused like an id that is in use.
     */
    private static long sequence(AnswerTrace trace) {
        return (trace.question().askedAt().toEpochMilli() << TIE_BITS)
                + (mixed(trace.id().hashCode()) & ((1L << TIE_BITS) - 1));
    }

    /** The smallest sequence that an answer asked at that time, to the millisecond, can have; the last after 2248. */
    static long firstSequence(Instant time) {
        long most = Long.MAX_VALUE >> TIE_BITS;
        return Math.clamp(time.toEpochMilli(), -most, most) << TIE_BITS;
    }

    /** Spreads a hash whose upper bits hold more than its lower. */
    private static int mixed(int hash) {
        return (hash * 0x9E3779B9) >>> (Integer.SIZE - TIE_BITS);
    }

    /**
     * How much an answer is in need of a look, in [0, 1]: what is missing to certainty in its weakest statement or in
     * the article's answering at all; for an abstention, how likely the article answers after all. Editors' own answers
     * need none.
     */
    static double doubt(Answer answer) {
        if (answer.engine().equals(Correction.ENGINE)) {
            return 0;
        }
        return answer instanceof Grounded grounded
                ? 1 - Math.min(lowestScore(grounded), grounded.confidence())
                : answer.confidence();
    }

    private static long cost(AnswerTrace trace) {
        return trace.calls().stream()
                .mapToLong(call -> Objects.requireNonNullElse(call.costMicrodollars(), 0L))
                .sum();
    }

    /** What a text search finds an answer by: the question as asked and understood, and what was said. */
    private static String words(AnswerTrace trace) {
        StringBuilder words = new StringBuilder(trace.question().text());
        if (trace.understoodAs() != null) {
            words.append('\n').append(trace.understoodAs());
        }
        if (trace.answer() instanceof Grounded grounded) {
            grounded.statements()
                    .forEach(statement ->
                            words.append('\n').append(statement.statement().text()));
        }
        return words.toString();
    }

    private static Double lowestScore(Grounded grounded) {
        return grounded.statements().stream()
                .mapToDouble(CheckedStatement::score)
                .min()
                .orElseThrow();
    }

    /** The text for a column: without what PostgreSQL or UTF-8 cannot hold. The trace keeps every unit. */
    static String printable(String text) {
        return text.codePoints()
                .map(point -> point == 0 || Character.getType(point) == Character.SURROGATE ? 0xFFFD : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /**
     * The trace of that id, or of the only id that starts so; nothing when there is none.
     *
     * @throws StorageException when several ids start so, or the database cannot be read
     */
    public Optional<AnswerTrace> find(String idOrUniquePrefix) {
        if (idOrUniquePrefix.isEmpty()) {
            return Optional.empty();
        }
        // the whole id first, by its index; not LIKE: its wildcards would need escaping, and SQLite's ignores case
        List<Stored> whole = stored("id = :id", idOrUniquePrefix);
        List<Stored> found = whole.isEmpty() ? stored("substr(id, 1, length(:id)) = :id", idOrUniquePrefix) : whole;
        if (found.size() > 1) {
            throw new StorageException(
                    "Several answers in the log start with " + idOrUniquePrefix + ": give more of the id.",
                    false,
                    null);
        }
        return found.stream()
                .findFirst()
                .map(stored -> Json.read(stored.json(), AnswerTrace.class, "answer " + stored.id()));
    }

    private List<Stored> stored(String condition, String id) {
        return database.read(
                handle -> handle.createQuery("select id, trace_json from answer where " + condition + " limit 2")
                        .bind("id", id)
                        .map((row, context) -> new Stored(row.getString("id"), row.getString("trace_json")))
                        .list());
    }

    private record Stored(String id, String json) {}

    /**
     * The entries that pass the filter, newest first; of those asked in the same millisecond, the greater id first.
     *
     * @throws StorageException when the database cannot be read
     */
    public List<Entry> list(Filter filter) {
        return database.read(handle -> AnswerQueries.list(handle, filter));
    }

    /**
     * Figures over the whole log.
     *
     * @throws StorageException when the database cannot be read
     */
    public Stats stats() {
        return database.read(AnswerQueries::stats);
    }

    static String nameOf(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }

    static Reason reasonOf(String name) {
        return Reason.valueOf(name.toUpperCase(Locale.ROOT));
    }

    /**
     * An answer as a line of the log. Immutable.
     *
     * @param id the trace's id
     * @param askedAt when it was asked, to the millisecond
     * @param question what was asked
     * @param articleIds the articles it was asked about
     * @param reason why there is no answer, or null when there is one
     * @param engine who drafted it
     * @param fallback why the embedded drafter stood in, or null
     * @param confidence the probability that the article answers, in [0, 1]
     * @param lowestScore the score of the weakest statement shown, in [0, 1]; null for an abstention
     * @param took from the question to the answer, to the millisecond
     */
    public record Entry(
            String id,
            Instant askedAt,
            String question,
            List<String> articleIds,
            @Nullable Reason reason,
            String engine,
            @Nullable String fallback,
            double confidence,
            @Nullable Double lowestScore,
            Duration took) {

        /** Makes the list immutable. */
        public Entry {
            articleIds = List.copyOf(articleIds);
        }

        /** Whether it was answered rather than refused. */
        public boolean answered() {
            return reason == null;
        }
    }

    /**
     * Which entries to list. Immutable; every component but the limit may be null, which lets everything through.
     *
     * @param answered only the answered (true) or the refused (false)
     * @param reason only those refused for this reason
     * @param articleId only those about this article
     * @param flag only those with this flag, such as {@code article.orders}
     * @param since only those asked at or after this time
     * @param until only those asked before this time
     * @param after only those that come after this entry in the listing: the last of the page before
     * @param limit how many at the most, 1 to {@value #MAX_LIMIT}; more is taken as {@value #MAX_LIMIT}
     */
    public record Filter(
            @Nullable Boolean answered,
            @Nullable Reason reason,
            @Nullable String articleId,
            @Nullable String flag,
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable Entry after,
            int limit) {
        /** The longest page. */
        public static final int MAX_LIMIT = 1_000;

        /** @throws IllegalArgumentException when {@code limit} is below 1 */
        public Filter {
            if (limit < 1) {
                throw new IllegalArgumentException("limit must be at least 1, got " + limit);
            }
            limit = Math.min(limit, MAX_LIMIT);
        }

        /** The same whatever the flags. */
        public Filter(
                @Nullable Boolean answered,
                @Nullable Reason reason,
                @Nullable String articleId,
                @Nullable Instant since,
                @Nullable Instant until,
                @Nullable Entry after,
                int limit) {
            this(answered, reason, articleId, null, since, until, after, limit);
        }

        /** The newest entries of all kinds. */
        public static Filter newest(int limit) {
            return new Filter(null, null, null, null, null, null, limit);
        }

        /** The same, for the page after the one that ends with {@code last}. */
        public Filter after(Entry last) {
            return new Filter(answered, reason, articleId, flag, since, until, last, limit);
        }
    }

    /**
     * Figures over the log. Immutable.
     *
     * @param answers how many entries there are
     * @param answered how many of them have an answer
     * @param abstained how many were refused, by reason; reasons that never occurred are absent
     * @param fallbacks in how many the embedded drafter stood in
     * @param medianMillis the median time to an answer, by nearest rank; null when the log is empty
     * @param p95Millis the 95th percentile of it, by nearest rank; null when the log is empty
     * @param meanConfidence the mean confidence, in [0, 1]; null when the log is empty
     * @param first when the oldest was asked; null when the log is empty
     * @param last when the newest was asked; null when the log is empty
     */
    public record Stats(
            long answers,
            long answered,
            Map<Reason, Long> abstained,
            long fallbacks,
            @Nullable Long medianMillis,
            @Nullable Long p95Millis,
            @Nullable Double meanConfidence,
            @Nullable Instant first,
            @Nullable Instant last) {

        /** Makes the map immutable. */
        public Stats {
            abstained = Map.copyOf(abstained);
        }
    }
}
