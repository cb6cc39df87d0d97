package io.footnote.article;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.footnote.language.SentenceSplitter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Documents that are made to exhaust whoever reads them. As a program, it reads each in this process, one after the other,
 * and prints a line for each: its name, {@code refused} or {@code read}, milliseconds, and the most of the heap in use, in
 * MiB.
 */
enum Attack {
    GZIP_BOMB_ON_THE_WEB(true) {
        @Override
        Reading prepared() {
            return fetch(exchange -> {
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                exchange.sendResponseHeaders(200, 0);
                try (OutputStream packed = new GZIPOutputStream(exchange.getResponseBody())) {
                    write(4_000, new byte[1 << 20], packed);
                }
            });
        }
    },
    ENDLESS_STREAM(true) {
        @Override
        Reading prepared() {
            return fetch(exchange -> {
                exchange.sendResponseHeaders(200, 0);
                byte[] some = "<p>and so on</p>".repeat(4_096).getBytes(StandardCharsets.UTF_8);
                write(Integer.MAX_VALUE, some, exchange.getResponseBody());
            });
        }
    },
    SLOW_TRICKLE(true) {
        @Override
        Reading prepared() {
            return fetch(exchange -> {
                exchange.sendResponseHeaders(200, 0);
                for (int sent = 0; sent < 1_000; sent++) {
                    exchange.getResponseBody().write('x');
                    exchange.getResponseBody().flush();
                    Thread.sleep(20);
                }
            });
        }
    },
    ENDLESS_REDIRECTS(true) {
        @Override
        Reading prepared() {
            return fetch(exchange -> {
                exchange.getResponseHeaders().set("Location", "/");
                exchange.sendResponseHeaders(302, -1);
            });
        }
    },
    GZIP_BOMB_AS_FILE(true) {
        @Override
        Reading prepared() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (OutputStream packed = new GZIPOutputStream(bytes)) {
                write(1_000, new byte[1 << 20], packed);
            }
            return article("bomb.txt.gz", bytes.toByteArray());
        }
    },
    PDF_BOMB(true) {
        @Override
        Reading prepared() throws IOException {
            ByteArrayOutputStream data = new ByteArrayOutputStream();
            try (OutputStream packed = new DeflaterOutputStream(data)) {
                write(1_000, new byte[1 << 20], packed);
            }
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            pdf.write(("%PDF-1.7\n1 0 obj\n<< /Filter /FlateDecode /Length " + data.size() + " >>\nstream\n")
                    .getBytes(StandardCharsets.US_ASCII));
            data.writeTo(pdf);
            pdf.write("\nendstream\nendobj\n".getBytes(StandardCharsets.US_ASCII));
            return article("bomb.pdf", pdf.toByteArray());
        }
    },
    BILLION_LAUGHS(true) {
        @Override
        Reading prepared() {
            String entities = IntStream.rangeClosed(1, 9)
                    .mapToObj(level -> "<!ENTITY l" + level + " \"" + ("&l" + (level - 1) + ";").repeat(10) + "\">")
                    .collect(Collectors.joining("", "<!DOCTYPE rss [<!ENTITY l0 \"ha\">", "]>"));
            String feed = "<?xml version=\"1.0\"?>" + entities
                    + "<rss version=\"2.0\"><channel><title>&l9;</title></channel></rss>";
            return () -> Feed.read(document("feed.xml", feed.getBytes(StandardCharsets.UTF_8)));
        }
    },
    BLOCKS_NESTED_100_000_DEEP(false) {
        @Override
        Reading prepared() {
            return page("<div>".repeat(100_000) + PROSE);
        }
    },
    WORDS_NESTED_100_000_DEEP(false) {
        @Override
        Reading prepared() {
            return page("<b>".repeat(100_000) + "</b>".repeat(100_000) + PROSE);
        }
    },
    DATA_NESTED_100_000_DEEP(false) {
        @Override
        Reading prepared() {
            return page("<script type=\"application/ld+json\">" + "[".repeat(100_000) + "</script>" + PROSE);
        }
    },
    A_MILLION_PARAGRAPHS(true) {
        @Override
        Reading prepared() {
            return page(PROSE + "<p>x</p>".repeat(1_000_000));
        }
    },
    ONE_WORD_OF_TWO_MILLION_LETTERS(false) {
        @Override
        Reading prepared() {
            return article("word.txt", ("It. " + "a".repeat(1_999_000)).getBytes(StandardCharsets.UTF_8));
        }
    },
    TWO_MILLION_BRACKETS(false) {
        @Override
        Reading prepared() {
            return article("brackets.md", ("Said. " + "[(*_".repeat(499_000)).getBytes(StandardCharsets.UTF_8));
        }
    };

    /** As long as a fetch may take here; the trickle would take longer. */
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private static final String PROSE =
            "<p>The harbour of Nordvik froze over on Tuesday night, and the boats could not leave their berths.</p>"
                    + "<p>Engineers said that the ice would hold until the end of the week, perhaps for longer.</p>"
                    + "<p>The council has ordered an icebreaker from the south, which comes on Friday.</p>";

    /** Whether it has to be refused; else it has to be read, or refused, in time and room. */
    private final boolean mustBeRefused;

    Attack(boolean mustBeRefused) {
        this.mustBeRefused = mustBeRefused;
    }

    boolean mustBeRefused() {
        return mustBeRefused;
    }

    /** The attack made ready; making it takes longer than reading it. */
    abstract Reading prepared() throws IOException;

    interface Reading {
        /** @throws ArticleException when the document is refused */
        void read() throws IOException;
    }

    /** Reads the attacks that are named. */
    public static void main(String[] names) throws IOException {
        for (String name : names) {
            Attack attack = valueOf(name);
            Reading reading = attack.prepared();
            List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .toList();
            System.gc();
            heap.forEach(MemoryPoolMXBean::resetPeakUsage);
            long started = System.nanoTime();
            String outcome = "read";
            try {
                reading.read();
            } catch (ArticleException e) {
                outcome = "refused";
            }
            long millis = (System.nanoTime() - started) / 1_000_000;
            long peak = heap.stream()
                    .mapToLong(pool -> pool.getPeakUsage().getUsed())
                    .sum();
            System.out.printf(Locale.ROOT, "%-32s %-8s %7d %5d%n", attack, outcome, millis, peak >> 20);
        }
        System.exit(0); // the servers' threads may still be writing
    }

    private static Reading article(String name, byte[] bytes) {
        return () -> new ArticleReader(new SentenceSplitter()).read(document(name, bytes));
    }

    private static Reading page(String body) {
        return article("page.html", ("<html><body>" + body).getBytes(StandardCharsets.UTF_8));
    }

    private static Document document(String name, byte[] bytes) {
        return new Document(name, name, bytes, null, null, null);
    }

    private interface Answer {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private static Reading fetch(Answer answer) {
        return () -> {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            server.setExecutor(Executors.newCachedThreadPool());
            server.createContext("/", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                try (exchange) {
                    answer.to(exchange);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            server.start();
            try {
                new Fetcher(true, DEADLINE)
                        .article("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            } finally {
                server.stop(0);
            }
        };
    }

    private static void write(int times, byte[] bytes, OutputStream to) throws IOException {
        for (int written = 0; written < times; written++) {
            to.write(bytes);
        }
    }
}
