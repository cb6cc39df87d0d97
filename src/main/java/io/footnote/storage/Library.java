package io.footnote.storage;

import io.footnote.article.Article;
import io.footnote.article.Publication;
import io.footnote.article.Shingles;
import io.footnote.storage.Arrival.Added;
import io.footnote.storage.Arrival.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * The library: articles that were added, each under a number that stays its own through every correction. What is read
 * again at an address it is known from is a new version when its words differ; what is nearly the same story from
 * elsewhere ({@link Shingles#SAME_STORY}, published within {@value #DAYS_APART} days) joins the one there is. Safe for
 * any number of threads; several processes may use one library.
 */
public final class Library {
    /** How many articles it may have; so many that all sentences can still be looked through for a question. */
    public static final int MAX_ENTRIES = 20_000;

    /** How many versions an article may have. */
    public static final int MAX_VERSIONS = 1_000;

    /** How many places an article may be known from. */
    public static final int MAX_PLACES = 1_000;

    /** Reprints of a story appear within this many days; what looks the same a week later is a standing form. */
    static final int DAYS_APART = 3;

    private final Database database;
    private final InstantSource clock;
    private final int maxEntries;

    /**
     * @param database an open database, which stays the caller's to close
     * @param clock tells when an article was added
     */
    public Library(Database database, InstantSource clock) {
        this(database, clock, MAX_ENTRIES);
    }

    Library(Database database, InstantSource clock, int maxEntries) {
        this.database = database;
        this.clock = clock;
        this.maxEntries = maxEntries;
    }

    /**
     * Adds articles in one transaction, in their order. When this returns, a crash does not lose them.
     *
     * @return what became of each, in the same order
     * @throws StorageException when they could not be added, a limit is reached, or what one corrects is not there; the
     *     library is then as before
     */
    public List<Added> add(List<Arrival> arrivals) {
        List<Added> added = new ArrayList<>();
        database.write(handle -> {
            added.clear();
            for (Arrival arrival : arrivals) {
                added.add(add(handle, arrival));
            }
        });
        return List.copyOf(added);
    }

    /**
     * What a list shows of an article. Immutable.
     *
     * @param number what people call it by
     * @param version how many texts it has had
     * @param articleId the fingerprint of its current text
     * @param title its headline
     * @param url its page, or null
     * @param language as a BCP 47 tag
     * @param publisher who published it, or null
     * @param published when, or null
     * @param addedAt when it was first added, to the millisecond
     * @param places the files and addresses that it is known from
     */
    public record Line(
            long number,
            int version,
            String articleId,
            String title,
            @Nullable String url,
            String language,
            @Nullable String publisher,
            @Nullable OffsetDateTime published,
            Instant addedAt,
            List<String> places) {

        /** When it was published; where nobody knows, when it was added. */
        public Instant time() {
            return published == null ? addedAt : published.toInstant();
        }
    }

    /**
     * Every article, the newest first.
     *
     * @throws StorageException when the database cannot be read
     */
    public List<Line> list() {
        return database.read(LibraryQueries::list);
    }

    /**
     * The current text of every article, in the order of their numbers.
     *
     * @throws StorageException when the database cannot be read
     */
    public List<Article> current() {
        return database.read(LibraryQueries::current);
    }

    /**
     * The article of that number, or nothing.
     *
     * @throws StorageException when the database cannot be read
     */
    public Optional<LibraryEntry> find(long number) {
        return database.read(handle -> LibraryQueries.find(handle, number));
    }

    /**
     * The article that has or had this text, or nothing.
     *
     * @param articleId the text's fingerprint, as answers cite it
     * @throws StorageException when the database cannot be read
     */
    public Optional<LibraryEntry> ofText(String articleId) {
        return database.read(handle ->
                LibraryQueries.numberOf(handle, articleId).flatMap(number -> LibraryQueries.find(handle, number)));
    }

    /**
     * The fingerprint of the current text of the article that has or had this one, or nothing.
     *
     * @param articleId the text's fingerprint, as answers cite it and chats choose it
     * @throws StorageException when the database cannot be read
     */
    public Optional<String> latestOf(String articleId) {
        return database.read(handle -> LibraryQueries.numberOf(handle, articleId)
                .flatMap(number -> LibraryQueries.current(handle, number))
                .map(LibraryQueries.Current::articleId));
    }

    /**
     * When a text was last read at a place, or nothing where none was. A place where the library reads what it has is not
     * read anew, so that this is the time of the version it gave.
     *
     * @throws StorageException when the database cannot be read
     */
    public Optional<Instant> readAt(String place) {
        return database.read(handle -> LibraryQueries.readAt(handle, place));
    }

    /**
     * Something that is another whenever the articles or their texts are others, and cheap to ask for.
     *
     * @throws StorageException when the database cannot be read
     */
    public String state() {
        return database.read(LibraryQueries::state);
    }

    /**
     * Takes an article away for good: its texts with all that was derived from them, and what answers in the log quote of
     * them. The answers stay, with their questions and the numbers of the sentences they cited.
     *
     * @return the fingerprints of the texts that are gone; none when there is no such article
     * @throws StorageException when that could not be done; everything is then as before
     */
    public Set<String> remove(long number) {
        Set<String> gone = new HashSet<>();
        database.write(handle -> {
            gone.clear();
            gone.addAll(Removal.textsOf(handle, number));
            handle.createUpdate("delete from library_entry where number = :number")
                    .bind("number", number)
                    .execute();
            Removal.remove(handle, database.dialect(), gone);
        });
        return Set.copyOf(gone);
    }

    /**
     * Overwrites what removed texts left behind in the database's files.
     *
     * @throws StorageException when that cannot be done now
     */
    public void forgetRemoved() {
        database.scrub();
    }

    private Added add(Handle handle, Arrival arrival) {
        Article article = arrival.article();
        Long number = arrival.corrects() == null ? ownerByPlace(handle, arrival) : arrival.corrects();
        if (number != null) {
            return again(handle, arrival, number);
        }
        number = ownerByText(handle, article.id());
        if (number != null) {
            remember(handle, arrival, number, false);
            return unchanged(handle, number, Outcome.UNCHANGED);
        }
        number = sameStory(handle, article);
        if (number != null) {
            remember(handle, arrival, number, true);
            return unchanged(handle, number, Outcome.COPY);
        }
        return anew(handle, arrival);
    }

    /** What is read at a place of an article, or said to correct it. */
    private Added again(Handle handle, Arrival arrival, long number) {
        LibraryQueries.Current current = LibraryQueries.current(handle, number)
                .orElseThrow(() -> new StorageException(
                        "The library has no article " + number
                                + " to correct: footnote article list shows those it has.",
                        false,
                        null));
        remember(handle, arrival, number, false);
        if (current.articleId().equals(arrival.article().id())) {
            return new Added(Outcome.UNCHANGED, number, current.version(), current.articleId(), null);
        }
        if (current.version() >= MAX_VERSIONS) {
            throw full("Article " + number + " has " + MAX_VERSIONS + " versions, the most it may have");
        }
        keep(handle, arrival.article(), number, current.version() + 1);
        return new Added(
                Outcome.CORRECTED,
                number,
                current.version() + 1,
                arrival.article().id(),
                current.articleId());
    }

    private Added unchanged(Handle handle, long number, Outcome outcome) {
        LibraryQueries.Current current = LibraryQueries.current(handle, number).orElseThrow();
        return new Added(outcome, number, current.version(), current.articleId(), null);
    }

    private Added anew(Handle handle, Arrival arrival) {
        int entries = handle.createQuery("select count(*) from library_entry")
                .mapTo(Integer.class)
                .one();
        if (entries >= maxEntries) {
            throw full("The library has " + maxEntries + " articles, the most it may have");
        }
        long number = handle.createUpdate("insert into library_entry (added_at) values (:at)")
                .bind("at", clock.millis())
                .executeAndReturnGeneratedKeys("number")
                .mapTo(Long.class)
                .one();
        keep(handle, arrival.article(), number, 1);
        remember(handle, arrival, number, false);
        return new Added(Outcome.NEW, number, 1, arrival.article().id(), null);
    }

    private static StorageException full(String sentence) {
        return new StorageException(sentence + ": remove what is no longer needed.", false, null);
    }

    private void keep(Handle handle, Article article, long number, int version) {
        Articles.save(handle, article);
        handle.createUpdate("""
            insert into library_version (number, version, article_id, added_at)
            values (:number, :version, :articleId, :at)\
            """)
                .bind("number", number)
                .bind("version", version)
                .bind("articleId", article.id())
                .bind("at", clock.millis())
                .execute();
        handle.createUpdate("delete from library_band where number = :number")
                .bind("number", number)
                .execute();
        PreparedBatch batch =
                handle.prepareBatch("insert into library_band (number, band, hash) values (:number, :band, :hash)");
        long[] bands = Shingles.of(article.text()).bands();
        for (int band = 0; band < bands.length; band++) {
            batch.bind("number", number)
                    .bind("band", band)
                    .bind("hash", bands[band])
                    .add();
        }
        batch.execute();
    }

    private void remember(Handle handle, Arrival arrival, long number, boolean copy) {
        Article article = arrival.article();
        int known = handle.createQuery("select count(*) from library_place where number = :number")
                .bind("number", number)
                .mapTo(Integer.class)
                .one();
        if (known + arrival.places().size() > MAX_PLACES + 1) {
            throw full("Article " + number + " is known from " + MAX_PLACES + " places, the most it may be");
        }
        Publication publication = article.publication();
        for (String place : arrival.places()) {
            handle.createUpdate("""
                insert into library_place
                    (place, number, article_id, is_copy, title, publisher, published)
                values (:place, :number, :articleId, :copy, :title, :publisher, :published)
                on conflict (place) do update set number = excluded.number,
                    article_id = excluded.article_id, is_copy = excluded.is_copy, title = excluded.title,
                    publisher = excluded.publisher, published = excluded.published\
                """)
                    .bind("place", place)
                    .bind("number", number)
                    .bind("articleId", article.id())
                    .bind("copy", copy ? 1 : 0)
                    .bind("title", article.title())
                    .bind("publisher", publication.publisher())
                    .bind("published", Articles.text(publication.published()))
                    .execute();
        }
    }

    /**
     * The article that a place belongs to. A place where a copy was read belongs to nobody, unless the copy is still
     * the same: its publisher corrects it without asking the others.
     */
    private static @Nullable Long ownerByPlace(Handle handle, Arrival arrival) {
        for (String place : arrival.places()) {
            Optional<Long> owner = handle.createQuery(
                            "select number from library_place where place = :place and is_copy = 0")
                    .bind("place", place)
                    .mapTo(Long.class)
                    .findOne();
            if (owner.isPresent()) {
                return owner.get();
            }
        }
        return null;
    }

    private static @Nullable Long ownerByText(Handle handle, String articleId) {
        return handle.createQuery("select number from library_version where article_id = :id order by number limit 1")
                .bind("id", articleId)
                .mapTo(Long.class)
                .findOne()
                .orElse(null);
    }

    /** The article that tells nearly the same story, the nearest and then the oldest. */
    private static @Nullable Long sameStory(Handle handle, Article article) {
        Shingles shingles = Shingles.of(article.text());
        long[] bands = shingles.bands();
        Set<Long> candidates = new LinkedHashSet<>();
        for (int band = 0; band < bands.length; band++) {
            handle.createQuery("select number from library_band where band = :band and hash = :hash order by number")
                    .bind("band", band)
                    .bind("hash", bands[band])
                    .mapTo(Long.class)
                    .forEach(candidates::add);
        }
        Long nearest = null;
        double greatest = 0;
        for (long candidate : candidates.stream().sorted().toList()) {
            Article other = Articles.find(
                            handle,
                            LibraryQueries.current(handle, candidate)
                                    .orElseThrow()
                                    .articleId())
                    .orElseThrow();
            double resemblance = shingles.resemblance(Shingles.of(other.text()));
            if (resemblance >= Shingles.SAME_STORY && resemblance > greatest && near(article, other)) {
                greatest = resemblance;
                nearest = candidate;
            }
        }
        return nearest;
    }

    private static boolean near(Article one, Article other) {
        OffsetDateTime first = one.publication().published();
        OffsetDateTime second = other.publication().published();
        return first == null
                || second == null
                || Duration.between(first, second).abs().toDays() <= DAYS_APART;
    }
}
