package io.footnote.model;

import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * LangChain4j's requests over the platform's HTTP client, which reads no more than {@value #MAX_BYTES} bytes of a
 * response, or {@value #MAX_STREAM_BYTES} of a stream: LangChain4j's own reads whatever comes. Safe for any number of
 * threads.
 */
final class BoundedHttpClient implements HttpClient {
    /** The longest response, in bytes; many times what the longest useful reply takes up. */
    static final int MAX_BYTES = 1_000_000;

    /** The longest stream, in bytes; every few letters of a reply come in some hundred bytes of their own. */
    static final int MAX_STREAM_BYTES = 4_000_000;

    private static final int SUCCESS = 2;

    private final java.net.http.HttpClient http;
    private final Duration readTimeout;

    private BoundedHttpClient(Duration connectTimeout, Duration readTimeout) {
        this.readTimeout = readTimeout;
        this.http = java.net.http.HttpClient.newBuilder()
                .connectTimeout(connectTimeout)
                // Asking for HTTP/2 first confuses simple servers, and redirects could lead anywhere.
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                .build();
    }

    /** What LangChain4j builds it with. For one thread. */
    static final class Builder implements HttpClientBuilder {
        private Duration connectTimeout;
        private Duration readTimeout;

        /**
         * @param connectTimeout how long connecting may take
         * @param readTimeout how long the head of the response may take
         */
        Builder(Duration connectTimeout, Duration readTimeout) {
            this.connectTimeout = connectTimeout;
            this.readTimeout = readTimeout;
        }

        @Override
        public Duration connectTimeout() {
            return connectTimeout;
        }

        @Override
        public Builder connectTimeout(Duration timeout) {
            connectTimeout = timeout;
            return this;
        }

        @Override
        public Duration readTimeout() {
            return readTimeout;
        }

        @Override
        public Builder readTimeout(Duration timeout) {
            readTimeout = timeout;
            return this;
        }

        @Override
        public HttpClient build() {
            return new BoundedHttpClient(connectTimeout, readTimeout);
        }
    }

    /**
     * Sends a request and reads the response. An interrupt ends it and the connection.
     *
     * @throws RefusedException when the status is none of success
     * @throws IllegalStateException when the response is too long
     */
    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        try {
            HttpResponse<InputStream> response = send(request);
            return succeeded(response, body(response));
        } catch (HttpTimeoutException e) {
            throw new TimeoutException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException(e);
        }
    }

    /** Sends a request and reads events until the stream ends, on the caller's thread. An interrupt ends it. */
    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        try {
            HttpResponse<InputStream> response = send(request);
            if (response.statusCode() / 100 != SUCCESS) {
                throw new RefusedException(response.statusCode(), body(response), retryAfter(response));
            }
            listener.onOpen(succeeded(response, ""));
            try (InputStream events = new BoundedInputStream(response.body(), MAX_STREAM_BYTES)) {
                parser.parse(events, listener);
            }
            listener.onClose();
        } catch (HttpTimeoutException e) {
            listener.onError(new TimeoutException(e));
        } catch (IOException | RuntimeException e) {
            listener.onError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            listener.onError(new TimeoutException(e));
        }
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(translated(request), HttpResponse.BodyHandlers.ofInputStream());
    }

    private java.net.http.HttpRequest translated(HttpRequest request) {
        java.net.http.HttpRequest.Builder translated = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .timeout(readTimeout)
                .method(
                        request.method().name(),
                        request.body() == null
                                ? java.net.http.HttpRequest.BodyPublishers.noBody()
                                : java.net.http.HttpRequest.BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> translated.header(name, value)));
        return translated.build();
    }

    private static SuccessfulHttpResponse succeeded(HttpResponse<InputStream> response, String body) {
        if (response.statusCode() / 100 != SUCCESS) {
            throw new RefusedException(response.statusCode(), body, retryAfter(response));
        }
        return SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map())
                .body(body)
                .build();
    }

    /** Of the two forms of the header only seconds are read; the other one, a date, is as good as none. */
    private static @Nullable Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(null);
    }

    private static String body(HttpResponse<InputStream> response) throws IOException {
        // closing it before its end also ends the connection
        try (InputStream in = response.body()) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IllegalStateException("the response has more than " + MAX_BYTES + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
