package io.footnote.cli;

import io.footnote.article.Article;
import io.footnote.article.ArticleException;
import io.footnote.storage.Arrival;
import io.footnote.storage.Arrival.Added;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents into the library, a batch at a time. What cannot be read is told and the rest goes on; an interruption
 * leaves whole articles only. For one thread.
 */
final class Intake {
    /** How many articles are added in one transaction and one commit of the index. */
    static final int BATCH = 50;

    private final Shelving shelving;
    private final Listener listener;
    private final @Nullable OffsetDateTime published;
    private final @Nullable Long corrects;

    /** Told what becomes of each document. */
    interface Listener {
        /** It is in the library. */
        void added(Incoming incoming, Article article, Added added);

        /** It could not be read. @param reason says why and names it */
        void refused(Incoming incoming, String reason);

        /** One more needs nothing more. */
        default void step() {}
    }

    /** Takes documents as they are. */
    Intake(Shelving shelving, Listener listener) {
        this(shelving, listener, null, null);
    }

    /**
     * @param published when they appeared, or null to leave that to the documents
     * @param corrects the number of the article that they correct, or null
     */
    Intake(Shelving shelving, Listener listener, @Nullable OffsetDateTime published, @Nullable Long corrects) {
        this.shelving = shelving;
        this.listener = listener;
        this.published = published;
        this.corrects = corrects;
    }

    private record Read(Incoming incoming, Arrival arrival) {}

    /** Adds them all, in their order. */
    void add(List<Incoming> documents) {
        for (int first = 0; first < documents.size(); first += BATCH) {
            addBatch(documents.subList(first, Math.min(first + BATCH, documents.size())));
        }
    }

    private void addBatch(List<Incoming> documents) {
        List<Read> batch =
                documents.stream().map(this::read).flatMap(Optional::stream).toList();
        List<Added> added = shelving.add(batch.stream().map(Read::arrival).toList(), article -> listener.step());
        for (int index = 0; index < added.size(); index++) {
            Read read = batch.get(index);
            listener.added(read.incoming(), read.arrival().article(), added.get(index));
        }
    }

    private Optional<Read> read(Incoming incoming) {
        try {
            return Optional.of(new Read(incoming, incoming.read(published, corrects)));
        } catch (ArticleException e) {
            listener.refused(incoming, FootnoteCommand.messageOf(e));
            listener.step();
            return Optional.empty();
        }
    }
}
