package io.footnote.article;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fetching from a server of the tests' own, which means harm. */
final class FetcherIT {
    private static final byte[] PAGE = "<html><body><p>A page.</p></body></html>".getBytes(StandardCharsets.UTF_8);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger requests = new AtomicInteger();
    private final Fetcher fetcher = new Fetcher(true, Duration.ofSeconds(60));
    private HttpServer server = start();

    private static HttpServer start() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void serve() {
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private String at(String path, Answer answer) {
        server.createContext(path, exchange -> {
            requests.incrementAndGet();
            try (exchange) {
                answer.to(exchange);
            }
        });
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static Answer page(String type, byte[] bytes) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.getResponseHeaders().set("ETag", "\"one\"");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    private static Answer redirect(String location) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(302, -1);
        };
    }

    private void assertRefused(String address, String reason) {
        assertThatThrownBy(() -> fetcher.article(address))
                .isInstanceOf(ArticleException.class)
                .hasMessageContaining(address)
                .hasMessageContaining(reason);
    }

    @Test
    void fetchesAPageAndAsksLaterWhetherItChanged() {
        String address = at("/page", exchange -> {
            assertThat(exchange.getRequestHeaders().getFirst("User-Agent")).startsWith("Footnote/");
            if ("\"one\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                page("text/html; charset=utf-8", PAGE).to(exchange);
            }
        });

        Download first = fetcher.article(address, Download.Stamps.NONE);
        Document document = requireNonNull(first.document());
        assertThat(document.bytes()).isEqualTo(PAGE);
        assertThat(document.charset()).isEqualTo("UTF-8");
        assertThat(fetcher.article(address, first.stamps()).document()).isNull();
    }

    @Test
    void followsRedirectsToTheLastThatIsAllowedAndNoFurther() {
        String end = at("/end", page("text/html", PAGE));
        for (int hop = 1; hop <= Fetcher.MAX_REDIRECTS + 1; hop++) {
            at("/hop" + hop + "/", redirect(hop == 1 ? "/end" : "/hop" + (hop - 1) + "/"));
        }
        String most = end.replace("/end", "/hop" + Fetcher.MAX_REDIRECTS + "/");
        String over = end.replace("/end", "/hop" + (Fetcher.MAX_REDIRECTS + 1) + "/");

        assertThat(fetcher.article(most).address()).isEqualTo(end);
        assertRefused(over, "redirects more than 5 times");
        assertRefused(at("/loop", redirect("/loop")), "redirects more than 5 times");
    }

    @Test
    void connectsToNoAddressButThoseAllowedAtAnyHop() {
        Fetcher publicOnly = new Fetcher(false, Duration.ofSeconds(60));
        String address = at("/page", page("text/html", PAGE));

        assertThatThrownBy(() -> publicOnly.article(address)).hasMessageContaining("not on the public internet");
        assertThatThrownBy(() -> publicOnly.article(address.replace("127.0.0.1", "localhost")))
                .hasMessageContaining("not on the public internet");
        assertThatThrownBy(() -> publicOnly.article(address.replace("127.0.0.1", "[::ffff:127.0.0.1]")))
                .hasMessageContaining("not on the public internet");
        Fetcher firstHop = new Fetcher(allowed -> allowed.getHostAddress().equals("127.0.0.1"), Duration.ofSeconds(60));
        String inward =
                at("/inward", redirect("http://127.0.0.2:" + server.getAddress().getPort() + "/page"));
        int before = requests.get();
        assertThatThrownBy(() -> firstHop.article(inward)).hasMessageContaining("not on the public internet");
        assertThat(requests.get()).isEqualTo(before + 1);
    }

    @Test
    void fetchesByHttpAlone() {
        assertRefused("file:///etc/hostname", "neither http nor https");
        assertRefused("ftp://example.org/x", "neither http nor https");
        assertRefused("http://user:secret@127.0.0.1/", "or a user with it");
        String inward = at("/to-file", redirect("file:///etc/hostname"));
        assertThatThrownBy(() -> fetcher.article(inward)).hasMessageContaining("neither http nor https");
        assertRefused("http://[", "is no web address");
        assertThatThrownBy(() -> fetcher.article("http://example.org/" + "x".repeat(Fetcher.MAX_ADDRESS)))
                .hasMessageContaining("longer than 2000");
    }

    @Test
    void stopsUnpackingABombAtTheLimit() {
        String bomb = at("/bomb", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream packed = new GZIPOutputStream(exchange.getResponseBody())) {
                byte[] zeros = new byte[1 << 20];
                for (int written = 0; written < 4_000; written++) {
                    packed.write(zeros);
                }
            }
        });

        assertRefused(bomb, "is larger than the 32768 KiB");
    }

    @Test
    void stopsReadingAnEndlessStreamAtTheLimit() {
        String endless = at("/endless", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            byte[] some = "<p>and so on</p>".repeat(4_096).getBytes(StandardCharsets.UTF_8);
            while (!Thread.currentThread().isInterrupted()) {
                exchange.getResponseBody().write(some);
            }
        });

        assertRefused(endless, "is larger than the 32768 KiB");
    }

    @Test
    void givesUpASlowTrickleAtTheDeadline() {
        String trickle = at("/trickle", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            try {
                while (true) {
                    exchange.getResponseBody().write('x');
                    exchange.getResponseBody().flush();
                    Thread.sleep(20);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        assertThatThrownBy(() -> new Fetcher(true, Duration.ofMillis(700)).article(trickle))
                .hasMessageContaining("did not answer in full in time");
    }

    @Test
    void refusesWhatIsNoArticleAndEnormousHeaders() {
        assertRefused(at("/picture", page("image/png", PAGE)), "is of the kind image/png");
        assertRefused(at("/missing", exchange -> exchange.sendResponseHeaders(404, -1)), "status 404");
        String header = at("/header", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.getResponseHeaders().set("X-Long", "x".repeat(1 << 20));
            exchange.sendResponseHeaders(200, -1);
        });
        assertRefused(header, "cannot be fetched");
    }

    @Test
    void asksRobotsForFeeds() {
        String feed = at("/feed", page("application/rss+xml", "<rss/>".getBytes(StandardCharsets.UTF_8)));
        assertThat(fetcher.feed(feed, Download.Stamps.NONE).document()).isNotNull();

        at("/robots.txt", page("text/plain", "User-agent: *\nDisallow: /feed".getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> fetcher.feed(feed, Download.Stamps.NONE)).hasMessageContaining("robots.txt");
    }

    @Test
    void tellsWhatIsNewInAFeedOrWasUpdated() {
        AtomicReference<String> entries = new AtomicReference<>(entry(1, "2026-01-14T07:00:00Z"));
        AtomicInteger unchanged = new AtomicInteger();
        String address = at("/watched", exchange -> {
            String tag = '"' + Integer.toHexString(entries.get().hashCode()) + '"';
            exchange.getResponseHeaders().set("ETag", tag);
            if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                unchanged.incrementAndGet();
                exchange.sendResponseHeaders(304, -1);
            } else {
                byte[] feed = ("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>t</title><id>x</id>"
                                + "<updated>2026-01-14T07:30:00Z</updated>" + entries.get() + "</feed>")
                        .getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/atom+xml");
                exchange.sendResponseHeaders(200, feed.length);
                exchange.getResponseBody().write(feed);
            }
        });
        FeedWatch watch = new FeedWatch(address, fetcher);

        assertThat(watch.poll()).extracting(Feed.Item::title).containsExactly("story 1");
        assertThat(watch.poll()).isEmpty();
        assertThat(unchanged).hasValue(1);
        entries.set(entry(1, "2026-01-14T07:00:00Z") + entry(2, "2026-01-14T08:00:00Z"));
        assertThat(watch.poll()).extracting(Feed.Item::title).containsExactly("story 2");
        entries.set(entry(1, "2026-01-15T07:00:00Z") + entry(2, "2026-01-14T08:00:00Z"));
        assertThat(watch.poll()).extracting(Feed.Item::title).containsExactly("story 1");
    }

    private static String entry(int number, String updated) {
        return "<entry><title>story " + number + "</title><id>" + number + "</id><link href=\"https://times.example/"
                + number + "\"/><updated>" + updated + "</updated></entry>";
    }
}
