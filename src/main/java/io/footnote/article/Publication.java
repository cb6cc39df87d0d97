package io.footnote.article;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What is known of who published an article and when; each component is null where nothing is known. Immutable. It is no
 * part of what identifies an article: the same text published twice is one article.
 *
 * @param byline who wrote it, as the page says, not blank
 * @param publisher who published it, not blank
 * @param published when it appeared, with the publisher's own offset from UTC, so that its day is the day of the paper;
 *     midnight where only the day is known
 * @param modified when it was last changed, likewise
 */
public record Publication(
        @Nullable String byline,
        @Nullable String publisher,
        @Nullable OffsetDateTime published,
        @Nullable OffsetDateTime modified) {

    /** Nothing is known. */
    public static final Publication UNKNOWN = new Publication(null, null, null, null);

    /** @throws IllegalArgumentException when a name is blank */
    public Publication {
        requireText("byline", byline);
        requireText("publisher", publisher);
    }

    private static void requireText(String component, @Nullable String value) {
        if (value != null && value.isBlank()) {
            throw new IllegalArgumentException(component + " must be null or not blank");
        }
    }

    /** Known by its time alone. */
    public static Publication at(OffsetDateTime published) {
        return new Publication(null, null, published, null);
    }
}
