package io.footnote.cli;

import io.footnote.Application;
import io.footnote.article.ArticleException;
import io.footnote.article.ArticleReader;
import io.footnote.article.Feed;
import io.footnote.article.FeedWatch;
import io.footnote.article.Fetcher;
import io.footnote.article.FolderWatch;
import io.footnote.retrieval.RetrievalException;
import io.footnote.storage.Library;
import io.footnote.storage.StorageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Watches folders and feeds, and takes what is new or has changed in them into the library. What cannot be read is told
 * once and tried again when it changes; a folder or feed that cannot be reached is told once and tried again every round.
 * For one thread but for {@link #stop}.
 */
final class Watching {
    private final Library library;
    private final Intake intake;
    private final Consumer<String> notice;
    private final Map<String, Supplier<List<Incoming>>> sources = new HashMap<>();
    private final Map<String, String> failed = new HashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);

    /**
     * @param places folders, and addresses of feeds
     * @param listener is told what becomes of each document
     * @param notice is told in one sentence what cannot be watched
     */
    Watching(Application application, List<String> places, Intake.Listener listener, Consumer<String> notice) {
        this.library = application.library();
        this.intake = new Intake(new Shelving(application), listener);
        this.notice = notice;
        ArticleReader reader = application.reader();
        Fetcher fetcher = application.fetcher();
        for (String place : places) {
            sources.put(place, ArticleOptions.isAddress(place) ? feed(place, reader, fetcher) : folder(place, reader));
        }
    }

    private static Supplier<List<Incoming>> folder(String place, ArticleReader reader) {
        if (!Files.isDirectory(Path.of(place))) {
            throw new CommandException(place + " is no folder: only folders and the addresses of feeds are watched.");
        }
        FolderWatch watch = new FolderWatch(Path.of(place), ArticleOptions::isReadable, InstantSource.system());
        return () ->
                watch.poll().stream().map(file -> Incoming.file(file, reader)).toList();
    }

    private Supplier<List<Incoming>> feed(String place, ArticleReader reader, Fetcher fetcher) {
        FeedWatch watch = new FeedWatch(place, fetcher);
        return () -> watch.poll().stream()
                .filter(this::isWanted)
                .map(item -> Incoming.address(item.link(), reader, fetcher))
                .toList();
    }

    /** Not what the library has read at that address since the item was last changed. */
    private boolean isWanted(Feed.Item item) {
        Instant changed = item.updated() == null ? item.published() : item.updated();
        return library.readAt(item.link())
                .filter(read -> changed == null || !changed.isAfter(read))
                .isEmpty();
    }

    /** Looks at every place once. */
    void round() {
        List<Incoming> documents = new ArrayList<>();
        sources.forEach((place, poll) -> {
            try {
                documents.addAll(poll.get());
                failed.remove(place);
            } catch (ArticleException e) {
                String reason = FootnoteCommand.messageOf(e);
                if (!reason.equals(failed.put(place, reason))) {
                    notice.accept(reason + ".");
                }
            }
        });
        intake.add(documents);
    }

    /**
     * Looks at every place again and again until {@link #stop}. What fails for once is told, and tried again.
     *
     * @param pause between two rounds
     */
    void untilStopped(Duration pause) {
        try {
            do {
                try {
                    round();
                } catch (StorageException | RetrievalException e) {
                    notice.accept(FootnoteCommand.messageOf(e));
                }
            } while (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the round in work end, and no other begin. May be called from any thread. */
    void stop() {
        stopped.countDown();
    }
}
