package io.footnote.storage;

import io.footnote.quiz.QuizItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The quiz items made so far, what moderators decided about them, and how they are answered. Thread-safe. */
public final class QuizItems {
    /** The most articles that {@link #articles} hands out. */
    public static final int MAX_ARTICLES = 200;

    private static final String COLUMNS = "select item_json, fact, answered, switched_off from quiz_item ";

    private final Database database;

    /** @param database an open database, which stays the caller's to close */
    public QuizItems(Database database) {
        this.database = database;
    }

    /**
     * An item as it is kept.
     *
     * @param item the item; its fact is the one that readers' schedules go by
     * @param answered whether the bot answers the question itself, or null where that was not found out yet
     * @param switchedOff whether moderators took it out of use
     */
    public record Kept(QuizItem item, @Nullable Boolean answered, boolean switchedOff) {}

    /**
     * How an item is answered.
     *
     * @param attempts how often it was answered
     * @param right how often rightly
     * @param choices how often each option was chosen, by its index; typed answers are in none
     */
    public record Statistics(long attempts, long right, Map<Integer, Long> choices) {
        /** Copies the map. */
        public Statistics {
            choices = Map.copyOf(choices);
        }

        private Statistics and(Statistics other) {
            Map<Integer, Long> sums = new TreeMap<>(choices);
            other.choices.forEach((choice, times) -> sums.merge(choice, times, Long::sum));
            return new Statistics(attempts + other.attempts, right + other.right, sums);
        }
    }

    /**
     * The items of an article, counted.
     *
     * @param articleId the article
     * @param title its title, or its id where the article is no longer kept
     * @param items how many there are
     * @param switchedOff how many of them are out of use
     */
    public record Counted(String articleId, String title, long items, long switchedOff) {}

    /**
     * Keeps the items of an article in their order. Those that are there already keep what was decided about them.
     *
     * @throws StorageException when that could not be stored
     */
    public void add(List<QuizItem> items, Instant at) {
        database.write(handle -> {
            for (int position = 0; position < items.size(); position++) {
                QuizItem item = items.get(position);
                handle.createUpdate("""
                    insert into quiz_item (id, article_id, fact, position, item_json, made_at)
                    values (:id, :article, :fact, :position, :json, :at)
                    on conflict (id) do update set position = excluded.position, fact = excluded.fact\
                    """)
                        .bind("id", item.id())
                        .bind("article", item.articleId())
                        .bind("fact", item.fact())
                        .bind("position", position)
                        .bind("json", Json.write(item))
                        .bind("at", at.toEpochMilli())
                        .execute();
            }
        });
    }

    /**
     * The items of an article in their order, those switched off included.
     *
     * @throws StorageException when the database cannot be read
     */
    public List<Kept> of(String articleId) {
        return database.read(handle -> handle.createQuery(COLUMNS + "where article_id = :article order by position, id")
                .bind("article", articleId)
                .map(QuizItems::kept)
                .list());
    }

    /**
     * The item with that id.
     *
     * @throws StorageException when the database cannot be read
     */
    public Optional<Kept> find(String id) {
        return database.read(handle -> handle.createQuery(COLUMNS + "where id = :id")
                .bind("id", id)
                .map(QuizItems::kept)
                .findOne());
    }

    /**
     * Items on that fact, the newest first, of all versions of all articles.
     *
     * @throws StorageException when the database cannot be read
     */
    public List<Kept> on(String fact) {
        return database.read(handle -> handle.createQuery(COLUMNS + "where fact = :fact order by made_at desc, id")
                .bind("fact", fact)
                .map(QuizItems::kept)
                .list());
    }

    /**
     * Items of articles other than these, about facts that somebody has learned: what a new version may take over.
     *
     * @throws StorageException when the database cannot be read
     */
    public List<QuizItem> learnedOutside(Collection<String> articleIds) {
        List<QuizItem> items = new ArrayList<>();
        for (Kept kept : database.read(handle -> handle.createQuery(
                        COLUMNS + "where fact in (select fact from quiz_schedule) order by made_at desc, id")
                .map(QuizItems::kept)
                .list())) {
            if (!articleIds.contains(kept.item().articleId())) {
                items.add(kept.item());
            }
        }
        return items;
    }

    private static Kept kept(java.sql.ResultSet row, StatementContext context) throws java.sql.SQLException {
        int answered = row.getInt("answered");
        Boolean known = row.wasNull() ? null : answered != 0;
        QuizItem item = Json.read(row.getString("item_json"), QuizItem.class, "quiz item");
        return new Kept(item.withFact(row.getString("fact")), known, row.getInt("switched_off") != 0);
    }

    /**
     * Notes whether the bot answers an item's question itself.
     *
     * @throws StorageException when that could not be stored
     */
    public void noteAnswered(String id, boolean answered) {
        database.write(handle -> handle.createUpdate("update quiz_item set answered = :answered where id = :id")
                .bind("answered", answered ? 1 : 0)
                .bind("id", id)
                .execute());
    }

    /**
     * What moderators decided about the items of an article.
     *
     * @param switchedOff the ids of those that are not to be asked
     * @param corrected those that were corrected, by their ids
     */
    public record Decisions(Set<String> switchedOff, Map<String, QuizItem> corrected) {
        /** Nothing was decided. */
        public static final Decisions NONE = new Decisions(Set.of(), Map.of());

        /** Copies both. */
        public Decisions {
            switchedOff = Set.copyOf(switchedOff);
            corrected = Map.copyOf(corrected);
        }
    }

    /**
     * What was decided about the items of an article.
     *
     * @throws StorageException when the database cannot be read
     */
    public Decisions decisions(String articleId) {
        Set<String> off = new HashSet<>();
        Map<String, QuizItem> corrected = new HashMap<>();
        of(articleId).stream()
                .filter(Kept::switchedOff)
                .forEach(kept -> off.add(kept.item().id()));
        database.read(handle -> handle.createQuery(COLUMNS + "where article_id = :article and corrected_at > 0")
                        .bind("article", articleId)
                        .map(QuizItems::kept)
                        .list())
                .forEach(kept -> corrected.put(kept.item().id(), kept.item()));
        return new Decisions(off, corrected);
    }

    /**
     * Takes an item out of use, or puts it back.
     *
     * @return whether there is such an item
     * @throws StorageException when that could not be stored
     */
    public boolean switchOff(String id, boolean off) {
        int[] changed = new int[1];
        database.write(
                handle -> changed[0] = handle.createUpdate("update quiz_item set switched_off = :off where id = :id")
                        .bind("off", off ? 1 : 0)
                        .bind("id", id)
                        .execute());
        return changed[0] == 1;
    }

    /**
     * Puts a corrected item in the place of the one with the same id. What readers have learned of it stays; how the
     * earlier one was answered no longer counts in {@link #statistics}.
     *
     * @return whether there is such an item
     * @throws StorageException when that could not be stored
     */
    public boolean correct(QuizItem corrected, Instant at) {
        int[] changed = new int[1];
        database.write(handle -> changed[0] = handle.createUpdate(
                        "update quiz_item set item_json = :json, answered = null, corrected_at = :at where id = :id")
                .bind("json", Json.write(corrected))
                .bind("at", at.toEpochMilli())
                .bind("id", corrected.id())
                .execute());
        return changed[0] == 1;
    }

    /**
     * The articles that have items, those with the newest items first; at most {@value #MAX_ARTICLES}.
     *
     * @throws StorageException when the database cannot be read
     */
    public List<Counted> articles() {
        return database.read(handle -> handle.createQuery("""
            select i.article_id, coalesce(max(a.title), i.article_id) as title, count(*) as items,
                sum(i.switched_off) as off
            from quiz_item i left join article a on a.id = i.article_id
            group by i.article_id order by max(i.made_at) desc, i.article_id limit :limit\
            """)
                .bind("limit", MAX_ARTICLES)
                .map((row, context) -> new Counted(
                        row.getString("article_id"), row.getString("title"), row.getLong("items"), row.getLong("off")))
                .list());
    }

    /**
     * How the items of an article are answered, each since it was last corrected; those that nobody answered are left out.
     *
     * @return by the item's id
     * @throws StorageException when the database cannot be read
     */
    public Map<String, Statistics> statistics(String articleId) {
        record Times(String item, @Nullable Integer choice, boolean right, long times) {}
        Map<String, Statistics> all = new TreeMap<>();
        database.read(handle -> handle.createQuery("""
            select t.item_id, t.choice, t.correct, count(*) as times
            from quiz_item i join quiz_attempt t on t.item_id = i.id join quiz_asked q on q.id = t.asked_id
            where i.article_id = :article and q.asked_at >= i.corrected_at
            group by t.item_id, t.choice, t.correct\
            """)
                        .bind("article", articleId)
                        .map((row, context) -> {
                            int choice = row.getInt("choice");
                            boolean typed = row.wasNull();
                            return new Times(
                                    row.getString("item_id"),
                                    typed ? null : choice,
                                    row.getInt("correct") != 0,
                                    row.getLong("times"));
                        })
                        .list())
                .forEach(one -> all.merge(
                        one.item(),
                        new Statistics(
                                one.times(),
                                one.right() ? one.times() : 0,
                                one.choice() == null ? Map.of() : Map.of(one.choice(), one.times())),
                        Statistics::and));
        return all;
    }
}
