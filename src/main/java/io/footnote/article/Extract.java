package io.footnote.article;

import io.footnote.language.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The article in a document: the body without what surrounds it, and what the document says of it. Immutable.
 *
 * @param title the headline, or null where there is none
 * @param publication who published it and when, as far as the document says
 * @param language the language the document claims, as a BCP 47 tag, or null
 * @param url the canonical address, or null
 * @param text the body: paragraphs with an empty line between them, items of lists a line each after {@code "- "};
 *     empty where nothing was found
 * @param headings the places of headings and captions in the text, in order
 */
public record Extract(
        @Nullable String title,
        Publication publication,
        @Nullable String language,
        @Nullable String url,
        String text,
        List<Span> headings) {

    /** Makes the list immutable. */
    public Extract {
        headings = List.copyOf(headings);
    }
}
