package io.footnote.storage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.footnote.article.Article;
import io.footnote.storage.Library.Line;
import io.footnote.storage.LibraryEntry.Place;
import io.footnote.storage.LibraryEntry.Version;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What is asked of the library, in SQL. */
final class LibraryQueries {
    /** The current version of every entry. */
    private static final String CURRENT = """
        from library_entry
        join library_version on library_version.number = library_entry.number
        join article on article.id = library_version.article_id
        where library_version.version =
            (select max(version) from library_version other where other.number = library_entry.number)\
        """;

    private LibraryQueries() {}

    static List<Line> list(Handle handle) {
        Map<Long, List<String>> places = handle
                .createQuery("select number, place from library_place order by number, place")
                .map((row, context) -> Map.entry(row.getLong("number"), row.getString("place")))
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        return handle
                .createQuery("""
                    select library_entry.number, library_entry.added_at, version, id, title, url, language,
                        publisher, published
                    """ + CURRENT)
                .map((row, context) -> new Line(
                        row.getLong("number"),
                        row.getInt("version"),
                        row.getString("id"),
                        row.getString("title"),
                        row.getString("url"),
                        row.getString("language"),
                        row.getString("publisher"),
                        Articles.time(row.getString("published")),
                        Instant.ofEpochMilli(row.getLong("added_at")),
                        places.getOrDefault(row.getLong("number"), List.of())))
                .stream()
                .sorted(Comparator.comparing(Line::time)
                        .thenComparing(Line::number)
                        .reversed())
                .toList();
    }

    /** The texts that are asked about, in the order of their numbers. */
    static List<Article> current(Handle handle) {
        return handle.createQuery("select " + Articles.COLUMNS.replace("id, title", "article.id, title") + " " + CURRENT
                        + " order by library_entry.number")
                .map(Articles::article)
                .list();
    }

    static Optional<LibraryEntry> find(Handle handle, long number) {
        List<Version> versions = handle.createQuery("""
            select version, article_id, added_at from library_version where number = :number
            order by version\
            """)
                .bind("number", number)
                .map((row, context) -> new Version(
                        row.getInt("version"),
                        row.getString("article_id"),
                        Instant.ofEpochMilli(row.getLong("added_at"))))
                .list();
        if (versions.isEmpty()) {
            return Optional.empty();
        }
        List<Place> places = handle.createQuery("""
            select place, is_copy, title, publisher, published from library_place where number = :number
            order by is_copy, place\
            """)
                .bind("number", number)
                .map((row, context) -> new Place(
                        row.getString("place"),
                        row.getInt("is_copy") == 1,
                        row.getString("title"),
                        row.getString("publisher"),
                        Articles.time(row.getString("published"))))
                .list();
        Article current = Articles.find(handle, versions.getLast().articleId()).orElseThrow();
        return Optional.of(new LibraryEntry(number, versions.getFirst().addedAt(), current, versions, places));
    }

    /** The number of the entry that a text is or was a version of; the newest where it is of several. */
    static Optional<Long> numberOf(Handle handle, String articleId) {
        return handle.createQuery("""
            select number from library_version where article_id = :id order by added_at desc, number desc
            limit 1\
            """).bind("id", articleId).mapTo(Long.class).findOne();
    }

    /** The current text of an entry. */
    record Current(int version, String articleId) {}

    static Optional<Current> current(Handle handle, long number) {
        return handle.createQuery("""
            select version, article_id from library_version where number = :number
            order by version desc limit 1\
            """)
                .bind("number", number)
                .map((row, context) -> new Current(row.getInt("version"), row.getString("article_id")))
                .findOne();
    }

    /** When the article that is known from a place got its current text. */
    static Optional<Instant> readAt(Handle handle, String place) {
        return handle.createQuery("""
            select max(library_version.added_at) from library_place
            join library_version on library_version.number = library_place.number
            where place = :place having count(*) > 0\
            """)
                .bind("place", place)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    static String state(Handle handle) {
        return handle.createQuery("""
            select count(*) as texts, coalesce(max(added_at), 0) as latest, coalesce(sum(number), 0) as numbers
            from library_version\
            """)
                .map((row, context) ->
                        row.getLong("texts") + " " + row.getLong("latest") + " " + row.getLong("numbers"))
                .one();
    }
}
