package io.footnote.storage;

import io.footnote.article.Article;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article of the library through all its corrections. Immutable.
 *
 * @param number what people call it by, from 1; never given to another
 * @param addedAt when it was first added, to the millisecond
 * @param current the text that is asked about
 * @param versions all its texts, oldest first; the last is the current one
 * @param places where it was read, in no particular order
 */
public record LibraryEntry(long number, Instant addedAt, Article current, List<Version> versions, List<Place> places) {

    /**
     * A text that an article had or has.
     *
     * @param version from 1; a correction counts one more
     * @param articleId the text's fingerprint, which answers cite
     * @param addedAt since when it is the text, to the millisecond
     */
    public record Version(int version, String articleId, Instant addedAt) {}

    /**
     * A file or an address that an article was read from.
     *
     * @param place the file's address or the page's
     * @param copy whether it is the same story in slightly other words there, of which the text is not kept
     * @param title its headline there
     * @param publisher who published it there, or null
     * @param published when, or null
     */
    public record Place(
            String place,
            boolean copy,
            String title,
            @Nullable String publisher,
            @Nullable OffsetDateTime published) {}

    /** Makes the lists immutable. */
    public LibraryEntry {
        versions = List.copyOf(versions);
        places = List.copyOf(places);
    }
}
