package io.footnote.cli;

import io.footnote.article.Article;
import io.footnote.article.ArticleReader;
import io.footnote.article.Document;
import io.footnote.article.Fetcher;
import io.footnote.article.Publication;
import io.footnote.storage.Arrival;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A document that is to be read into the library.
 *
 * @param name the file or address, as a person named it
 * @param places what the article is known from besides its canonical address
 * @param reading reads it; throws an {@code ArticleException} where that cannot be done
 */
record Incoming(String name, List<String> places, Supplier<Article> reading) {

    /** Makes the list immutable. */
    Incoming {
        places = List.copyOf(places);
    }

    /** A file. */
    static Incoming file(Path file, ArticleReader reader) {
        return new Incoming(file.toString(), List.of(placeOf(file)), () -> reader.read(file));
    }

    /** A page or document on the web. */
    static Incoming address(String address, ArticleReader reader, Fetcher fetcher) {
        return new Incoming(address, List.of(address), () -> {
            Document document = fetcher.article(address);
            return reader.read(document);
        });
    }

    /** What the library calls a file. */
    static String placeOf(Path file) {
        try {
            return file.toRealPath().toUri().toString();
        } catch (IOException e) {
            return file.toAbsolutePath().normalize().toUri().toString();
        }
    }

    /**
     * Reads it.
     *
     * @param published when it appeared, or null to leave that to the document
     * @param corrects the number of the article that it corrects, or null
     */
    Arrival read(@Nullable OffsetDateTime published, @Nullable Long corrects) {
        Article article = reading.get();
        if (published != null) {
            Publication known = article.publication();
            article = article.with(new Publication(known.byline(), known.publisher(), published, known.modified()));
        }
        Set<String> all = new LinkedHashSet<>();
        if (article.url() != null) {
            all.add(article.url());
        }
        all.addAll(places);
        return new Arrival(article, new ArrayList<>(all), corrects);
    }
}
