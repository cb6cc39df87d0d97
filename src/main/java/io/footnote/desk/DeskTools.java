package io.footnote.desk;

import io.footnote.article.ArticleReader;
import io.footnote.article.Document;
import io.footnote.grounding.CitationGate;
import java.util.Map;
import java.util.function.Function;

/**
 * What the desk judges and reads with. Safe for any number of threads if its parts are.
 *
 * @param gate judges corrected answers
 * @param encoder gives a question's vector, of length 1
 * @param reader makes articles
 * @param fetcher fetches what is at an address, or throws an {@code ArticleException}
 * @param prompts the prompts that chat models get, by their hashes
 */
public record DeskTools(
        CitationGate gate,
        Function<String, float[]> encoder,
        ArticleReader reader,
        Function<String, Document> fetcher,
        Map<String, String> prompts) {
    /** Copies the map. */
    public DeskTools {
        prompts = Map.copyOf(prompts);
    }
}
