package io.footnote.answer;

import io.footnote.article.Article;
import io.footnote.article.Revision;
import io.footnote.article.Sentence;
import io.footnote.grounding.Citation;
import java.util.Optional;
import java.util.function.Function;

/**
 * What has become of the sentences that an earlier answer shows, where their article was corrected or removed since.
 * Immutable; safe for any number of threads where the two functions are.
 *
 * @param kept the article of an id, also a text that was corrected since
 * @param current what is asked about now where the text of an id was, which may be that very text; nothing where the
 *     article is not asked about any more, or was never one of the library
 */
public record LaterVersions(Function<String, Optional<Article>> kept, Function<String, Optional<Article>> current) {

    /** The ways that a sentence may go. */
    public enum Change {
        /** The article has changed, and the sentence reads the same. */
        SAME,
        /** The sentence reads otherwise now. */
        REWORDED,
        /** The article has changed, and the sentence is not in it any more. */
        GONE,
        /** The article was removed, and its words with it. */
        REMOVED
    }

    /**
     * What has become of a sentence.
     *
     * @param change how it went
     * @param reads its words as they are now; empty where it is not there
     */
    public record Later(Change change, String reads) {}

    private record Found(Article article, Revision.Fate fate) {}

    /** What has become of a sentence shown; nothing where its article is as it was. */
    public Optional<Later> of(Source source) {
        if (source.removed()) {
            return Optional.of(new Later(Change.REMOVED, ""));
        }
        return found(source.articleId(), source.sentence()).map(found -> {
            Sentence now = found.fate().now();
            return switch (found.fate().kind()) {
                case UNCHANGED -> new Later(Change.SAME, source.text());
                case REWORDED ->
                    new Later(
                            Change.REWORDED, now == null ? "" : found.article().textOf(now));
                case GONE -> new Later(Change.GONE, "");
            };
        });
    }

    /** Where a cited sentence stands now: the citation itself where its article is as it was or the sentence is gone. */
    public Citation now(Citation citation) {
        return found(citation.articleId(), citation.sentence())
                .flatMap(found -> Optional.ofNullable(found.fate().now())
                        .map(now -> new Citation(found.article().id(), now.number())))
                .orElse(citation);
    }

    private Optional<Found> found(String articleId, int sentence) {
        return current.apply(articleId)
                .filter(now -> !now.id().equals(articleId))
                .flatMap(now -> kept.apply(articleId)
                        .filter(cited -> cited.has(sentence))
                        .map(cited -> new Found(now, Revision.of(cited, now).fateOf(sentence))));
    }
}
