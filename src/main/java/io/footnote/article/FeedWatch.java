package io.footnote.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A feed that is asked for again and again: tells which of its items are new or were updated since they were last told.
 * The feed is sent again only when it has changed, where its server knows. For one thread.
 */
public final class FeedWatch {
    private final String address;
    private final Fetcher fetcher;
    private final Map<String, Optional<Instant>> told = new HashMap<>();
    private Download.Stamps stamps = Download.Stamps.NONE;

    /** @param address of an RSS or Atom feed */
    public FeedWatch(String address, Fetcher fetcher) {
        this.address = address;
        this.fetcher = fetcher;
    }

    /**
     * The items that are new or were updated, in the order of the feed.
     *
     * @throws ArticleException when the feed cannot be fetched or read
     */
    public List<Feed.Item> poll() {
        Download download = fetcher.feed(address, stamps);
        Document document = download.document();
        if (document == null) {
            return List.of();
        }
        List<Feed.Item> items = Feed.read(document).items();
        stamps = download.stamps();
        List<Feed.Item> changed = new ArrayList<>();
        for (Feed.Item item : items) {
            Optional<Instant> updated = Optional.ofNullable(changedAt(item));
            if (!updated.equals(told.get(item.link()))) {
                told.put(item.link(), updated);
                changed.add(item);
            }
        }
        // what has left the feed would otherwise be remembered for ever
        told.keySet().retainAll(items.stream().map(Feed.Item::link).toList());
        return changed;
    }

    private static @Nullable Instant changedAt(Feed.Item item) {
        return item.updated() == null ? item.published() : item.updated();
    }
}
