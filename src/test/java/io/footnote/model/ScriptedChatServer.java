package io.footnote.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * A server on the loopback address that speaks OpenAI's chat completions and says what it was told to: replies in the
 * order of {@link #reply}, then whatever {@link #replyWith} makes of a request, otherwise 500. It records every request
 * and how many were under way at once. Thread-safe.
 */
public final class ScriptedChatServer implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<ChatReply> script = new ArrayDeque<>();
    private final List<ChatRequest> requests = new ArrayList<>();
    private final ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private volatile Function<JsonNode, ChatReply> otherwise =
            request -> ChatReply.error(500, "server_error", "Nothing is scripted for this request.");
    private volatile String requiredKey = "";
    private int inFlight;
    private int maxInFlight;

    private ScriptedChatServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(handlers);
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * Starts a server on a free port.
     *
     * @throws IOException when there is none
     */
    public static ScriptedChatServer start() throws IOException {
        return new ScriptedChatServer();
    }

    /** {@code http://127.0.0.1:PORT/v1}, what a client is configured with. */
    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** Adds a reply to the script. */
    public ScriptedChatServer reply(ChatReply reply) {
        lock.lock();
        try {
            script.addLast(reply);
            return this;
        } finally {
            lock.unlock();
        }
    }

    /** Adds a completion with this message to the script. */
    public ScriptedChatServer reply(String content) {
        return reply(ChatReply.completion(content));
    }

    /**
     * Answers requests that find the script empty with what this makes of their JSON body. It runs on the request's own
     * thread, several at once, and may block.
     */
    public ScriptedChatServer replyWith(Function<JsonNode, ChatReply> replies) {
        otherwise = replies;
        return this;
    }

    /** From now on answers 401 to every request that does not bring this key. */
    public ScriptedChatServer requireKey(String key) {
        requiredKey = key;
        return this;
    }

    /** The requests for completions in the order in which they came, refused ones included. */
    public List<ChatRequest> requests() {
        lock.lock();
        try {
            return List.copyOf(requests);
        } finally {
            lock.unlock();
        }
    }

    /** The highest number of requests for completions that were under way at once. */
    public int maxInFlight() {
        lock.lock();
        try {
            return maxInFlight;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until so many requests have come; an {@link AssertionError} when they do not in time. */
    public List<ChatRequest> awaitRequests(int count, Duration limit) {
        lock.lock();
        try {
            long remaining = limit.toNanos();
            while (requests.size() < count) {
                if (remaining <= 0) {
                    throw new AssertionError("waited %d ms in vain for %d requests, got %d"
                            .formatted(limit.toMillis(), count, requests.size()));
                }
                remaining = changed.awaitNanos(remaining);
            }
            return List.copyOf(requests);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for requests", e);
        } finally {
            lock.unlock();
        }
    }

    /** Stops at once: requests under way lose their connection. */
    @Override
    public void close() {
        server.stop(0);
        handlers.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/v1/models")) {
            boolean known = requiredKey.isEmpty()
                    || ("Bearer " + requiredKey)
                            .equals(exchange.getRequestHeaders().getFirst("Authorization"));
            perform(exchange, known ? models() : ChatReply.wrongKey(), MissingNode.getInstance());
        } else if (path.equals("/v1/chat/completions")) {
            complete(exchange, body);
        } else {
            perform(
                    exchange,
                    ChatReply.error(404, "invalid_request_error", "Unknown request URL."),
                    MissingNode.getInstance());
        }
    }

    private void complete(HttpExchange exchange, byte[] bytes) throws IOException {
        JsonNode body = parsed(bytes);
        ChatRequest request = new ChatRequest(body, headers(exchange), Instant.now());
        begin(request);
        try {
            perform(exchange, choose(exchange, request), body);
        } finally {
            end();
        }
    }

    private ChatReply choose(HttpExchange exchange, ChatRequest request) {
        if (!exchange.getRequestMethod().equals("POST")) {
            return ChatReply.error(405, "invalid_request_error", "Only POST requests are accepted.");
        }
        if (!requiredKey.isEmpty() && !request.key().equals(requiredKey)) {
            return ChatReply.wrongKey();
        }
        if (request.body().path("model").asText().isEmpty()
                || request.body().path("messages").isEmpty()) {
            return ChatReply.error(400, "invalid_request_error", "A JSON object with model and messages is required.");
        }
        return nextScripted().orElseGet(() -> otherwise.apply(request.body()));
    }

    private Optional<ChatReply> nextScripted() {
        lock.lock();
        try {
            return Optional.ofNullable(script.pollFirst());
        } finally {
            lock.unlock();
        }
    }

    private void begin(ChatRequest request) {
        lock.lock();
        try {
            requests.add(request);
            maxInFlight = Math.max(maxInFlight, ++inFlight);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            inFlight--;
        } finally {
            lock.unlock();
        }
    }

    /** Sends a reply; ends with an exception to make the server close the connection where the script says so. */
    private static void perform(HttpExchange exchange, ChatReply scripted, JsonNode request) throws IOException {
        ChatReply reply = scripted;
        int limit = Integer.MAX_VALUE;
        int step = Integer.MAX_VALUE;
        Duration pause = Duration.ZERO;
        while (true) {
            switch (reply) {
                case ChatReply.Delayed(Duration delay, ChatReply inner) -> {
                    sleep(delay);
                    reply = inner;
                }
                case ChatReply.Trickled trickled -> {
                    step = trickled.bytes();
                    pause = trickled.pause();
                    reply = trickled.reply();
                }
                case ChatReply.CutOff(int bytes, ChatReply inner) -> {
                    limit = bytes;
                    reply = inner;
                }
                case ChatReply.Dropped() -> throw new IOException("dropped as scripted");
                case ChatReply.Completion completion -> {
                    boolean streams = request.path("stream").asBoolean();
                    reply = streams
                            ? ChatReply.raw(200, "text/event-stream", ChatBody.events(completion, request))
                            : ChatReply.raw(200, "application/json", ChatBody.whole(completion, request));
                }
                case ChatReply.Raw raw -> {
                    send(exchange, raw, limit, step, pause);
                    return;
                }
            }
        }
    }

    private static void send(HttpExchange exchange, ChatReply.Raw raw, int limit, int step, Duration pause)
            throws IOException {
        byte[] bytes = raw.body().getBytes(StandardCharsets.UTF_8);
        raw.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Content-Type", raw.contentType());
        exchange.sendResponseHeaders(raw.status(), bytes.length == 0 ? -1 : bytes.length);
        OutputStream out = exchange.getResponseBody();
        int end = Math.min(limit, bytes.length);
        for (int at = 0; at < end; at += Math.min(step, end - at)) {
            out.write(bytes, at, Math.min(step, end - at));
            out.flush();
            if (!pause.isZero()) {
                sleep(pause);
            }
        }
        if (end < bytes.length) {
            throw new IOException("cut off as scripted");
        }
        exchange.close();
    }

    private static void sleep(Duration time) throws IOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the server stops", e);
        }
    }

    private static ChatReply models() {
        ObjectNode list = JsonNodeFactory.instance.objectNode().put("object", "list");
        list.putArray("data")
                .addObject()
                .put("id", "scripted")
                .put("object", "model")
                .put("created", 0)
                .put("owned_by", "tests");
        return ChatReply.raw(200, "application/json", list.toString());
    }

    private static JsonNode parsed(byte[] body) throws IOException {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance(); // which is refused with 400
        }
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!values.isEmpty()) {
                headers.put(name.toLowerCase(Locale.ROOT), values.getFirst());
            }
        });
        return headers;
    }
}
