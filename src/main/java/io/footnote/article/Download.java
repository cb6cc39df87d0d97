package io.footnote.article;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What an address answered.
 *
 * @param address where the answer came from, after every redirect
 * @param document what it is, or null where nothing has changed since the stamps that were sent along
 * @param stamps what to send along next time
 */
public record Download(URI address, @Nullable Document document, Stamps stamps) {

    /**
     * By what a server tells whether a document has changed.
     *
     * @param etag the entity tag, or null
     * @param lastModified the time of the last change as the server writes it, or null
     */
    public record Stamps(@Nullable String etag, @Nullable String lastModified) {
        /** Nothing is known. */
        public static final Stamps NONE = new Stamps(null, null);
    }
}
