package io.footnote.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.footnote.storage.Inbox;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where Telegram calls when the bot does not poll: stores an update, then says so. Telegram calls again until it hears
 * that. Thread-safe.
 */
final class WebhookEndpoint implements AutoCloseable {
    /** The longest body that is read, in bytes; Telegram's are far shorter. */
    static final int MAX_BODY = 1 << 20;

    /** How many calls are taken at once, which is also what Telegram is asked for. */
    static final int MAX_CONNECTIONS = 40;

    private static final Logger LOG = LoggerFactory.getLogger(WebhookEndpoint.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";

    private final long bot;
    private final byte[] secret;
    private final String path;
    private final Inbox inbox;
    private final InstantSource clock;
    private final Bell stored;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            MAX_CONNECTIONS, Thread.ofPlatform().daemon().name("webhook-", 0).factory());

    /**
     * Starts to listen.
     *
     * @param stored rung when there is something new in the inbox
     * @throws BotException when the address cannot be listened on
     */
    WebhookEndpoint(long bot, BotOptions.Webhook options, Inbox inbox, InstantSource clock, Bell stored) {
        this.bot = bot;
        this.secret = options.secret().getBytes(StandardCharsets.UTF_8);
        String path = options.url().getPath();
        this.path = path == null || path.isEmpty() ? "/" : path;
        this.inbox = inbox;
        this.clock = clock;
        this.stored = stored;
        try {
            server = HttpServer.create(new InetSocketAddress(options.bind(), options.port()), MAX_CONNECTIONS);
        } catch (IOException e) {
            threads.shutdownNow();
            throw new BotException("Telegram's calls cannot be listened for on " + options.bind() + ":" + options.port()
                    + ": choose another telegram.webhook-bind or telegram.webhook-port.");
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** The port it listens on. */
    int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status(exchange), -1);
        }
    }

    private int status(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals(path)) {
            return 404;
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            return 405;
        }
        if (!knowsSecret(exchange.getRequestHeaders().getFirst(SECRET))) {
            LOG.warn("event=webhook-refused reason=secret");
            return 401;
        }
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            LOG.warn("event=webhook-refused reason=length");
            return 413;
        }
        return store(body);
    }

    /** Takes as long whatever the header holds. */
    private boolean knowsSecret(@Nullable String given) {
        return MessageDigest.isEqual(secret, String.valueOf(given).getBytes(StandardCharsets.UTF_8));
    }

    private int store(byte[] body) throws IOException {
        RawUpdate update;
        try {
            JsonNode item = MAPPER.readTree(body);
            update = RawUpdate.of(item);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            LOG.warn("event=webhook-refused reason=no-update");
            return 400;
        }
        try {
            inbox.add(bot, List.of(update.received()), clock.instant());
        } catch (RuntimeException e) {
            LOG.error("event=updates-not-stored count=1 {}", Failure.of(e));
            return 503;
        }
        stored.ring();
        return 200;
    }

    /** Takes no more calls. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
