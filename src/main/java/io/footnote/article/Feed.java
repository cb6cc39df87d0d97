package io.footnote.article;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An RSS or Atom feed. Immutable.
 *
 * @param title what it is called, or null
 * @param items newest first as the feed has them; at most {@value #MAX_ITEMS}
 */
public record Feed(@Nullable String title, List<Item> items) {
    /** The most items that are taken of a feed. */
    public static final int MAX_ITEMS = 1_000;

    /** The largest feed in bytes, unpacked. */
    static final int MAX_BYTES = 8 << 20;

    /** Makes the list immutable. */
    public Feed {
        items = List.copyOf(items);
    }

    /**
     * An article that a feed points to.
     *
     * @param link its address, http or https
     * @param title its title, or null
     * @param published when it appeared, or null
     * @param updated when it was last changed, or null
     */
    public record Item(
            String link,
            @Nullable String title,
            @Nullable Instant published,
            @Nullable Instant updated) {}

    /**
     * The feed at an address.
     *
     * @throws ArticleException when it cannot be fetched or read
     */
    public static Feed fetch(String address, Fetcher fetcher) {
        Document document = fetcher.feed(address, Download.Stamps.NONE).document();
        if (document == null) {
            throw new ArticleException(
                    address + " answered that nothing changed, though nothing was asked about changes");
        }
        return read(document);
    }

    /**
     * Reads a feed. A document type declaration is refused, and with it every entity that could grow.
     *
     * @throws ArticleException when it is none, or damaged
     */
    public static Feed read(Document document) {
        try {
            SyndFeedInput input = new SyndFeedInput();
            input.setAllowDoctypes(false);
            return of(input.build(new XmlReader(new ByteArrayInputStream(document.bytes()))), document.address());
        } catch (FeedException | IOException | IllegalArgumentException e) {
            throw new ArticleException(
                    document.source() + " is not a feed that can be read; give the address of an RSS or Atom feed", e);
        }
    }

    private static Feed of(SyndFeed feed, @Nullable String address) {
        List<Item> items = new ArrayList<>();
        for (SyndEntry entry : feed.getEntries()) {
            String link = absolute(entry.getLink() == null ? entry.getUri() : entry.getLink(), address);
            if (link != null && items.size() < MAX_ITEMS) {
                items.add(new Item(
                        link,
                        stripped(entry.getTitle()),
                        instant(entry.getPublishedDate()),
                        instant(entry.getUpdatedDate())));
            }
        }
        return new Feed(stripped(feed.getTitle()), items);
    }

    private static @Nullable String absolute(@Nullable String link, @Nullable String address) {
        if (link == null) {
            return null;
        }
        try {
            URI uri = address == null
                    ? URI.create(link.strip())
                    : URI.create(address).resolve(link.strip());
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web ? uri.toString() : null;
        } catch (IllegalArgumentException e) {
            return null; // an item without an address cannot be fetched
        }
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : PageBlocks.collapse(text);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
