package io.footnote.evaluation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A server on the loopback address that streams one chat completion at the pace of a model, and notes when it had been
 * asked and when it had written its first statement. For one request at a time.
 */
final class PacedChatServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();
    private final int lettersPerPiece;
    private final Duration pause;
    private volatile String draft = "";
    private volatile int firstStatementEnd;
    private volatile long asked;
    private volatile long written;

    private PacedChatServer(HttpServer server, int lettersPerPiece, Duration pause) {
        this.server = server;
        this.lettersPerPiece = lettersPerPiece;
        this.pause = pause;
    }

    /** @throws IOException when there is no free port */
    static PacedChatServer start(int lettersPerPiece, Duration pause) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        PacedChatServer paced = new PacedChatServer(http, lettersPerPiece, pause);
        http.setExecutor(paced.handlers);
        http.createContext("/", paced::handle);
        http.start();
        return paced;
    }

    URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    /** @param end where the first statement ends in the draft */
    void reply(String text, int end) {
        draft = text;
        firstStatementEnd = end;
    }

    /** When the last request had come, by {@link System#nanoTime}. */
    long asked() {
        return asked;
    }

    /** When the first statement of the last reply had been sent, by {@link System#nanoTime}. */
    long written() {
        return written;
    }

    private void handle(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        asked = System.nanoTime();
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int at = 0; at < draft.length(); at += lettersPerPiece) {
                Thread.sleep(pause);
                int end = Math.min(draft.length(), at + lettersPerPiece);
                send(out, chunk(draft.substring(at, end), null));
                if (at < firstStatementEnd && end >= firstStatementEnd) {
                    written = System.nanoTime();
                }
            }
            send(out, chunk("", "stop"));
            out.write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(OutputStream out, ObjectNode chunk) throws IOException {
        out.write(("data: " + chunk + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static ObjectNode chunk(String text, @Nullable String finish) {
        ObjectNode chunk = JsonNodeFactory.instance
                .objectNode()
                .put("id", "paced")
                .put("object", "chat.completion.chunk")
                .put("created", 0)
                .put("model", "paced");
        ObjectNode choice =
                chunk.putArray("choices").addObject().put("index", 0).put("finish_reason", finish);
        choice.putObject("delta").put("content", text);
        return chunk;
    }

    @Override
    public void close() {
        server.stop(0);
        handlers.shutdownNow();
    }
}
