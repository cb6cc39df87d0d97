package io.footnote.article;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.CookieJar;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Fetches documents from the web, safely: http and https only; at every hop only from addresses of the public internet,
 * checked on the very address that is connected to; at most {@value #MAX_REDIRECTS} redirects; at most
 * {@link Document#MAX_BYTES} bytes, packed or unpacked; everything together within one deadline; only kinds that are read. No
 * cookies, no proxy, no retries. Header lines of more than 256 KiB in all are refused by the client. Safe for any number
 * of threads.
 */
public final class Fetcher {
    /** The most redirects that are followed. */
    public static final int MAX_REDIRECTS = 5;

    /** The longest address in characters. */
    static final int MAX_ADDRESS = 2_000;

    /** What is taken as an article. */
    static final Set<String> ARTICLES = Set.of(
            "text/html",
            "application/xhtml+xml",
            "text/plain",
            "text/markdown",
            "application/pdf",
            "application/x-pdf");

    /** What is taken as a feed. */
    static final Set<String> FEEDS =
            Set.of("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml");

    private static final int MAX_ROBOTS = 512 << 10;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final OkHttpClient client;
    private final Duration deadline;
    private final String userAgent;

    /**
     * @param allowPrivate whether this machine and private networks may be fetched from: for tests and intranets
     * @param deadline the longest a fetch may take from its start to its last byte, redirects included
     */
    public Fetcher(boolean allowPrivate, Duration deadline) {
        this(allowPrivate ? address -> true : PublicAddresses::contain, deadline);
    }

    Fetcher(Predicate<InetAddress> allowed, Duration deadline) {
        this.deadline = deadline;
        this.userAgent = "Footnote/0.1 (reads articles its operator names; asks robots.txt for feeds)";
        this.client = new OkHttpClient.Builder()
                .socketFactory(new CheckedSockets(allowed))
                .proxy(Proxy.NO_PROXY)
                .cookieJar(CookieJar.NO_COOKIES)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .build();
    }

    /**
     * Fetches an article.
     *
     * @throws ArticleException when the address is none to be fetched, or does not answer with an article; the message
     *     names the address
     */
    public Document article(String address) {
        return answered(fetch(address, Download.Stamps.NONE, ARTICLES, Document.MAX_BYTES), address);
    }

    /**
     * Fetches an article if it has changed.
     *
     * @param stamps of the last time
     * @throws ArticleException as {@link #article(String)}
     */
    public Download article(String address, Download.Stamps stamps) {
        return fetch(address, stamps, ARTICLES, Document.MAX_BYTES);
    }

    /**
     * Fetches a feed if it has changed and its site's robots.txt lets programs have it.
     *
     * @param stamps of the last time
     * @throws ArticleException as {@link #article(String)}, or when robots.txt forbids it
     */
    public Download feed(String address, Download.Stamps stamps) {
        URI uri = checked(address);
        if (!robots(uri).allows(uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()))) {
            throw new ArticleException(address + " is closed to programs by the site's robots.txt");
        }
        return fetch(address, stamps, FEEDS, Feed.MAX_BYTES);
    }

    private Robots robots(URI site) {
        String address = site.getScheme() + "://" + site.getRawAuthority() + "/robots.txt";
        try {
            Document document = answered(fetch(address, Download.Stamps.NONE, Set.of(), MAX_ROBOTS), address);
            return Robots.parse(new String(document.bytes(), StandardCharsets.UTF_8), "footnote");
        } catch (MissingException e) {
            return Robots.OPEN; // RFC 9309: what a site does not say, it allows
        }
    }

    /** The answer was 4xx: there is nothing at the address. */
    private static final class MissingException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static Document answered(Download download, String address) {
        Document document = download.document();
        if (document == null) {
            throw new ArticleException(
                    address + " answered that nothing changed, though nothing was asked about changes");
        }
        return document;
    }

    private Download fetch(String address, Download.Stamps stamps, Set<String> kinds, int maxBytes) {
        long end = System.nanoTime() + deadline.toNanos();
        URI uri = checked(address);
        for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
            try (Response response = call(uri, stamps, kinds, end).execute()) {
                String location = response.header("Location");
                if (!REDIRECTS.contains(response.code()) || location == null) {
                    return read(address, uri, response, kinds, maxBytes);
                }
                uri = checked(resolved(address, uri, location));
            } catch (IllegalArgumentException e) {
                throw new ArticleException(address + " is an address that cannot be asked; check it", e);
            } catch (IOException e) {
                throw failed(address, e);
            }
        }
        throw new ArticleException(address + " redirects more than " + MAX_REDIRECTS + " times; give the last address");
    }

    private Call call(URI uri, Download.Stamps stamps, Set<String> kinds, long end) {
        Request.Builder request = new Request.Builder()
                .url(uri.toASCIIString())
                .header("User-Agent", userAgent)
                .header(
                        "Accept",
                        kinds.isEmpty()
                                ? "*/*"
                                : String.join(", ", kinds.stream().sorted().toList()));
        if (stamps.etag() != null) {
            request.header("If-None-Match", stamps.etag());
        }
        if (stamps.lastModified() != null) {
            request.header("If-Modified-Since", stamps.lastModified());
        }
        Call call = client.newCall(request.build());
        call.timeout().timeout(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        return call;
    }

    private static Download read(String address, URI uri, Response response, Set<String> kinds, int maxBytes)
            throws IOException {
        Download.Stamps stamps = new Download.Stamps(response.header("ETag"), response.header("Last-Modified"));
        if (response.code() == 304) {
            return new Download(uri, null, stamps);
        }
        if (kinds.isEmpty() && response.code() >= 400 && response.code() < 500) {
            throw new MissingException();
        }
        ResponseBody body = response.body();
        if (response.code() != 200 || body == null) {
            throw new ArticleException(address + " answers with status " + response.code() + ", not with a document");
        }
        MediaType type = body.contentType();
        String mediaType = type == null ? null : (type.type() + "/" + type.subtype()).toLowerCase(Locale.ROOT);
        if (!kinds.isEmpty() && mediaType != null && !kinds.contains(mediaType)) {
            throw new ArticleException(address + " is of the kind " + mediaType + "; only "
                    + String.join(", ", kinds.stream().sorted().toList()) + " are read");
        }
        Charset charset = type == null ? null : type.charset();
        byte[] bytes = limited(address, body.byteStream(), maxBytes);
        String path = uri.getPath() == null ? "" : uri.getPath();
        String name = path.substring(path.lastIndexOf('/') + 1);
        return new Download(
                uri,
                new Document(
                        address,
                        name.isBlank() ? String.valueOf(uri.getHost()) : name,
                        bytes,
                        mediaType,
                        charset == null ? null : charset.name(),
                        uri.toString()),
                stamps);
    }

    private static byte[] limited(String address, InputStream stream, int maxBytes) throws IOException {
        byte[] bytes = stream.readNBytes(maxBytes + 1);
        if (bytes.length > maxBytes) {
            throw new ArticleException(address + " is larger than the " + (maxBytes >> 10) + " KiB that are taken");
        }
        return bytes;
    }

    private static String resolved(String address, URI from, String location) {
        try {
            return from.resolve(new URI(location.strip().replace(" ", "%20"))).toString();
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new ArticleException(address + " redirects to something that is no address", e);
        }
    }

    /** The address as one that may be fetched. */
    private static URI checked(String address) {
        if (address.length() > MAX_ADDRESS) {
            throw new ArticleException("an address of " + address.length() + " characters is longer than " + MAX_ADDRESS
                    + "; give a shorter one");
        }
        try {
            URI uri = new URI(address.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (!List.of("http", "https").contains(scheme)) {
                throw new ArticleException(address + " is neither http nor https; nothing else is fetched");
            }
            if (uri.getHost() == null || uri.getUserInfo() != null) {
                throw new ArticleException(address + " names no host, or a user with it; give a plain web address");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new ArticleException(address + " is no web address; check it", e);
        }
    }

    private static ArticleException failed(String address, IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CheckedSockets.ForbiddenAddress) {
                return new ArticleException(
                        address + " is not on the public internet; fetch.allow-private lets private addresses in", e);
            }
        }
        if (e instanceof InterruptedIOException) {
            return new ArticleException(address + " did not answer in full in time; try again later", e);
        }
        if (e instanceof UnknownHostException) {
            return new ArticleException(address + " names a host that is not known; check it", e);
        }
        if (e instanceof SSLException) {
            return new ArticleException(address + " cannot be reached securely (" + reason(e) + ")", e);
        }
        return new ArticleException(address + " cannot be fetched (" + reason(e) + "); try again later", e);
    }

    private static String reason(@Nullable Throwable e) {
        String message = e == null ? null : e.getMessage();
        String said = message == null
                ? "the connection broke"
                : message.lines().findFirst().orElse("");
        return said.length() <= 120 ? said : said.substring(0, 120);
    }
}
