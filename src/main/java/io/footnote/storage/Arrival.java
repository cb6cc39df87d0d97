package io.footnote.storage;

import io.footnote.article.Article;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An article on its way into the library. Immutable.
 *
 * @param article what was read
 * @param places the addresses it is known by, its canonical one first: at the same address, another text is a correction;
 *     may be empty
 * @param corrects the number of the article that it is a correction of, or null where that is left to the places
 */
public record Arrival(
        Article article, List<String> places, @Nullable Long corrects) {

    /** Makes the list immutable. */
    public Arrival {
        places = List.copyOf(places);
    }

    /**
     * What the library made of it. Immutable.
     *
     * @param outcome what became of the text
     * @param number the article it belongs to now
     * @param version the current version of that article
     * @param articleId the fingerprint of the current text
     * @param replaced the fingerprint of the text that it took the place of, or null where it took none
     */
    public record Added(
            Outcome outcome,
            long number,
            int version,
            String articleId,
            @Nullable String replaced) {}

    /** What may become of a text. */
    public enum Outcome {
        /** An article that the library did not have. */
        NEW,
        /** A new version of an article that it had. */
        CORRECTED,
        /** The same story in slightly other words from elsewhere: joined with the one there is. */
        COPY,
        /** The library has just this text. */
        UNCHANGED;

        /** The outcome in lower case, as it is shown. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
