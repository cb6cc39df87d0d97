package io.footnote.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.footnote.storage.Outbox;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.longpolling.BotSession;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * The connection to the Bot API, with one HTTP client for polls and one for calls. OkHttp's own retries are off: it
 * would send a message a second time when a connection dies after the first. Thread-safe.
 */
final class BotApi implements AutoCloseable {
    private static final int CALLS_AT_ONCE = 64;
    private static final Duration CALL_LIMIT = Duration.ofSeconds(30);

    /** Longer than Telegram holds a poll. */
    private static final Duration POLL_SILENCE = Duration.ofSeconds(75);

    /** How often a call is tried that may fail without harm. */
    private static final int TRIES = 3;

    private static final Logger LOG = LoggerFactory.getLogger(BotApi.class);

    private final InstantSource clock;
    private final Gate gate;
    private final String token;
    private final TelegramUrl url;
    private final ExecutorService callThreads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("telegram-", 0).factory());
    private final ScheduledExecutorService pollThread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("telegram-poll").factory());
    private final OkHttpClient pollHttp;
    private final OkHttpClient callHttp;
    private final OkHttpTelegramClient client;

    /**
     * @param apiUrl scheme, host and port
     * @param watch looks at every poll
     */
    BotApi(String token, URI apiUrl, PollWatch watch, InstantSource clock) {
        this.clock = clock;
        this.gate = new Gate(clock);
        this.token = token;
        this.url = urlOf(apiUrl);
        OkHttpClient plain = new OkHttpClient.Builder()
                .dispatcher(dispatcher())
                .retryOnConnectionFailure(false)
                .build();
        this.pollHttp = plain.newBuilder()
                .readTimeout(POLL_SILENCE)
                .addInterceptor(watch)
                .build();
        this.callHttp = plain.newBuilder()
                .dispatcher(dispatcher())
                .callTimeout(CALL_LIMIT)
                .build();
        this.client = new OkHttpTelegramClient(callHttp, token, url);
    }

    private Dispatcher dispatcher() {
        Dispatcher dispatcher = new Dispatcher(callThreads);
        dispatcher.setMaxRequests(CALLS_AT_ONCE);
        dispatcher.setMaxRequestsPerHost(CALLS_AT_ONCE);
        return dispatcher;
    }

    private static TelegramUrl urlOf(URI apiUrl) {
        String path = apiUrl.getPath();
        if (apiUrl.getHost() == null || (path != null && !path.isEmpty() && !path.equals("/"))) {
            throw new BotException(
                    "telegram.api-url must be a scheme, a host and perhaps a port, with nothing behind it.");
        }
        boolean plain = "http".equalsIgnoreCase(apiUrl.getScheme());
        int port = apiUrl.getPort() >= 0 ? apiUrl.getPort() : plain ? 80 : 443;
        return new TelegramUrl(plain ? "http" : "https", apiUrl.getHost(), port, false);
    }

    /**
     * A session that polls once it is started. Starting it fails while the API cannot be reached; the same session may
     * then be started again.
     */
    BotSession session(LongPollingUpdateConsumer consumer) {
        AtomicInteger[] last = new AtomicInteger[1];
        BotSession session = new BotSession(
                new ObjectMapper(),
                pollHttp,
                pollThread,
                token,
                () -> url,
                received -> new PollForUpdates(received, id -> last[0].set(id)),
                GrowingPause::new,
                consumer);
        last[0] = session.getLastReceivedUpdate();
        return session;
    }

    /** Makes a call and waits for its answer. */
    <T extends Serializable> T call(BotApiMethod<T> method) throws TelegramApiException {
        try {
            return client.execute(method);
        } catch (TelegramApiException e) {
            obey(e);
            throw e;
        }
    }

    /** Lets all calls wait where Telegram asks for that. */
    private void obey(Throwable refusal) {
        if (refusal instanceof TelegramApiRequestException e && e.getParameters() != null) {
            Integer seconds = e.getParameters().getRetryAfter();
            if (seconds != null && seconds > 0) {
                gate.close(Duration.ofSeconds(seconds));
            }
        }
    }

    /** Makes a call and does not wait. */
    <T extends Serializable> CompletableFuture<T> start(BotApiMethod<T> method) {
        try {
            return client.executeAsync(method).whenComplete((done, failure) -> {
                if (failure != null) {
                    obey(failure);
                }
            });
        } catch (TelegramApiException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /**
     * Sends a message from the outbox.
     *
     * @throws TelegramApiException when no answer came: whether it was sent is then unknown
     */
    StoredCall.Receipt send(Outbox.Message message) throws TelegramApiException {
        try {
            Message sent;
            switch (message.method()) {
                case DocumentCall.METHOD -> sent = client.execute(DocumentCall.of(message.body()));
                case PictureCall.METHOD -> sent = client.execute(PictureCall.of(message.body()));
                default -> {
                    return call(new StoredCall(message.method(), message.body()));
                }
            }
            return new StoredCall.Receipt(true, 0, "", 0, 0, sent.getMessageId(), "");
        } catch (TelegramApiRequestException e) {
            Integer code = e.getErrorCode();
            if (code == null || code == 0) {
                throw e;
            }
            ResponseParameters told = e.getParameters();
            Integer wait = told == null ? null : told.getRetryAfter();
            Long moved = told == null ? null : told.getMigrateToChatId();
            return new StoredCall.Receipt(
                    false,
                    code,
                    String.valueOf(e.getApiResponse()),
                    wait == null ? 0 : wait,
                    moved == null ? 0 : moved,
                    0,
                    "");
        }
    }

    /** Makes a call that may fail without harm; again a few times when it does. */
    void tryCall(BotApiMethod<? extends Serializable> method) throws InterruptedException {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                Thread.sleep(gate.wait(clock.instant()));
                call(method);
                return;
            } catch (TelegramApiException e) {
                LOG.warn("event=call-failed method={} attempts={} {}", method.getMethod(), attempt, Failure.of(e));
                Thread.sleep(GrowingPause.after(attempt, GrowingPause.CEILING));
            }
        }
    }

    /** What all calls wait for. */
    Gate gate() {
        return gate;
    }

    /** Cuts a poll that waits and lets no other begin. */
    void stopPolling(BotSession session) {
        session.stop();
        pollThread.shutdownNow();
        pollHttp.dispatcher().cancelAll();
        try {
            pollThread.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        pollThread.shutdownNow();
        pollHttp.dispatcher().cancelAll();
        callHttp.dispatcher().cancelAll();
        callThreads.shutdownNow();
        callHttp.connectionPool().evictAll();
    }
}
