package io.footnote.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at how each poll ends, since the library keeps that to itself: tells the operator about trouble, ends the bot
 * when the token is refused, and waits as long as a 429 asks for. Thread-safe.
 */
final class PollWatch implements Interceptor {
    private static final Logger LOG = LoggerFactory.getLogger(PollWatch.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long MOST_BYTES = 64 * 1024;

    private final Troubles troubles;
    private final Runnable tokenRefused;

    /** @param tokenRefused called, perhaps several times, when the token is refused */
    PollWatch(Troubles troubles, Runnable tokenRefused) {
        this.troubles = troubles;
        this.tokenRefused = tokenRefused;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response;
        try {
            response = chain.proceed(chain.request());
        } catch (IOException e) {
            if (!chain.call().isCanceled()) {
                troubles.arose(Troubles.UNREACHABLE);
            }
            throw e;
        }
        switch (response.code()) {
            case 200 -> troubles.over();
            case 401, 404 -> tokenRefused.run();
            case 409 ->
                troubles.arose(
                        description(response).contains("webhook") ? Troubles.WEBHOOK : Troubles.ANOTHER_INSTANCE);
            case 429 -> waitAsAsked(response);
            default -> {
                LOG.warn("event=poll-failed status={}", response.code());
                troubles.arose(Troubles.UNREACHABLE);
            }
        }
        return response;
    }

    private static String description(Response response) throws IOException {
        return body(response).path("description").asText();
    }

    private static JsonNode body(Response response) throws IOException {
        try {
            return MAPPER.readTree(response.peekBody(MOST_BYTES).string());
        } catch (JsonProcessingException e) {
            return MAPPER.missingNode(); // a page of some proxy
        }
    }

    private static void waitAsAsked(Response response) throws IOException {
        long seconds = body(response).path("parameters").path("retry_after").asLong(1);
        LOG.warn("event=poll-held-back seconds={}", seconds);
        try {
            Thread.sleep(Duration.ofSeconds(seconds));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            response.close();
            throw new InterruptedIOException("the bot stops");
        }
    }
}
