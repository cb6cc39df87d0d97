package io.footnote.desk;

import io.footnote.storage.LogSearch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the log can be filtered by: the articles, engines and languages that occur in it, looked up at most once in
 * {@link #FRESH}. Safe for any number of threads.
 */
final class LogChoices {
    /** How long a list is offered before it is looked up again. */
    static final Duration FRESH = Duration.ofMinutes(1);

    private final LogSearch search;
    private final InstantSource clock;
    private @Nullable Choices last;

    LogChoices(LogSearch search, InstantSource clock) {
        this.search = search;
        this.clock = clock;
    }

    /**
     * The lists.
     *
     * @param articles titles by id
     */
    record Choices(
            Map<String, String> articles,
            List<String> engines,
            List<String> languages,
            List<String> flags,
            Instant at) {}

    synchronized Choices now() {
        Instant now = clock.instant();
        Choices known = last;
        if (known == null || known.at().plus(FRESH).isBefore(now)) {
            known = new Choices(search.articles(), search.engines(), search.languages(), search.flags(), now);
            last = known;
        }
        return known;
    }
}
