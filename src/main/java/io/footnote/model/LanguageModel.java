package io.footnote.model;

import io.footnote.model.ModelCall.Outcome;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks a chat model, within a deadline for all attempts together and within the {@link Budget}. What may succeed on a
 * second try is tried again, up to {@value #MAX_ATTEMPTS} times, unless something of the reply was handed on already or
 * the server asks for more patience than there is; a server that takes no JSON schema or no streaming is asked without,
 * and from then on if that helped. After {@value #FAILURES_TO_OPEN} failures among the last {@value #WINDOW} requests a
 * circuit breaker leaves the model alone for {@value #OPEN_SECONDS} seconds. Safe for any number of threads; every
 * request has a thread of its own, so that none waits for another.
 */
public final class LanguageModel implements AutoCloseable {
    /** The most requests for one reply. */
    public static final int MAX_ATTEMPTS = 3;

    /** How many of the latest requests the circuit breaker looks at. */
    public static final int WINDOW = 12;

    /** How many of them must have failed for it to open. */
    public static final int FAILURES_TO_OPEN = 6;

    /** How long it then stays open, in seconds. */
    public static final int OPEN_SECONDS = 30;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private final Clients clients;
    private final ChatEndpoint endpoint;
    private final Budget budget;
    private final InstantSource clock;
    private final CircuitBreaker breaker;
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean takesSchemas = true;
    private volatile boolean streams = true;

    LanguageModel(Clients clients, ChatEndpoint endpoint, Budget budget, InstantSource clock) {
        this.clients = clients;
        this.endpoint = endpoint;
        this.budget = budget;
        this.clock = clock;
        this.breaker = CircuitBreaker.of(
                endpoint.engine(),
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(WINDOW)
                        .minimumNumberOfCalls(FAILURES_TO_OPEN)
                        .failureRateThreshold(100f * FAILURES_TO_OPEN / WINDOW)
                        .waitDurationInOpenState(Duration.ofSeconds(OPEN_SECONDS))
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .clock(clock.withZone(ZoneOffset.UTC))
                        .currentTimestampFunction(time -> clock.instant().toEpochMilli(), TimeUnit.MILLISECONDS)
                        .build());
    }

    /** The model that {@code endpoint} names. No request is made yet. */
    public static LanguageModel at(ChatEndpoint endpoint, Budget budget, InstantSource clock) {
        return new LanguageModel(Providers.clients(endpoint), endpoint, budget, clock);
    }

    /** {@code PROVIDER:MODEL}. */
    public String engine() {
        return endpoint.engine();
    }

    /**
     * Asks for one reply.
     *
     * @param reader whose budget it counts on, or null where readers are not told apart
     * @throws ModelException when there is none, with every request that was made
     */
    public Reply ask(FilledPrompt prompt, @Nullable String reader) {
        return ask(prompt, reader, null);
    }

    /**
     * Asks for one reply and hands it on while it comes, if the server can do that; otherwise in one piece.
     *
     * @param pieces told every piece on the caller's thread; together they are the reply
     * @throws ModelException when there is none or it breaks off, with every request that was made
     */
    public Reply stream(FilledPrompt prompt, @Nullable String reader, Consumer<String> pieces) {
        boolean[] came = new boolean[1];
        Reply reply = ask(prompt, reader, piece -> {
            came[0] = true;
            pieces.accept(piece);
        });
        if (!came[0]) {
            pieces.accept(reply.text());
        }
        return reply;
    }

    private Reply ask(FilledPrompt prompt, @Nullable String reader, @Nullable Consumer<String> pieces) {
        Instant deadline = clock.instant().plus(endpoint.timeout());
        List<ModelCall> calls = new ArrayList<>();
        Duration pause = FIRST_PAUSE;
        boolean schema = takesSchemas;
        boolean streaming = pieces != null && streams;
        while (true) {
            Exchange.Result result = attempt(prompt, reader, schema, streaming ? pieces : null, deadline, calls);
            if (result.outcome() == Outcome.REPLIED && result.text() != null) {
                takesSchemas = schema;
                streams &= streaming || pieces == null;
                return new Reply(result.text(), calls);
            }
            boolean last = calls.size() >= MAX_ATTEMPTS || result.pieces() > 0;
            if (!last && result.outcome() == Outcome.REJECTED && (schema || streaming)) {
                streaming &= schema;
                schema = false;
            } else if (!last && result.outcome() == Outcome.UNREADABLE && streaming) {
                streaming = false;
            } else {
                Duration wait = result.retryAfter() == null ? pause : longer(pause, result.retryAfter());
                if (last || !result.outcome().retriable() || !pause(wait, deadline)) {
                    throw new ModelException(result.outcome().words(), calls);
                }
                pause = pause.multipliedBy(2);
            }
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private Exchange.Result attempt(
            FilledPrompt prompt,
            @Nullable String reader,
            boolean schema,
            @Nullable Consumer<String> pieces,
            Instant deadline,
            List<ModelCall> calls) {
        Budget.Reservation money = budget.reserve(
                engine(),
                reader,
                Tokens.estimate(prompt.system() + prompt.user() + prompt.schema()),
                endpoint.maxOutputTokens());
        if (money == null) {
            throw new ModelException("has used up what may be spent on it today", calls);
        }
        if (!breaker.tryAcquirePermission()) {
            money.settle(Outcome.UNREACHABLE, null, null, null);
            throw new ModelException("failed several times and is left alone for a while", calls);
        }
        Instant started = clock.instant();
        Exchange.Result result;
        try {
            result = Exchange.send(clients, prompt, schema, pieces, Duration.between(started, deadline), requests);
        } catch (RuntimeException e) {
            // the listener's, not the model's
            money.settle(Outcome.TIMED_OUT, null, null, null);
            breaker.releasePermission();
            throw e;
        }
        Duration took = Duration.between(started, clock.instant());
        judge(result.outcome(), took);
        Integer input = result.usage() == null ? null : result.usage().inputTokenCount();
        Integer output = result.usage() == null ? null : result.usage().outputTokenCount();
        calls.add(new ModelCall(
                engine(),
                prompt.task(),
                prompt.hash(),
                started,
                took,
                result.outcome(),
                input,
                output,
                money.settle(result.outcome(), input, output, result.text()),
                result.text()));
        return result;
    }

    /** A refused request says nothing about the next one; anything else does. */
    private void judge(Outcome outcome, Duration took) {
        switch (outcome) {
            case REPLIED -> breaker.onSuccess(took.toMillis(), TimeUnit.MILLISECONDS);
            case REJECTED -> breaker.releasePermission();
            default ->
                breaker.onError(took.toMillis(), TimeUnit.MILLISECONDS, new IllegalStateException(outcome.words()));
        }
    }

    /** Waits before another attempt; false when the deadline would pass meanwhile. */
    private boolean pause(Duration pause, Instant deadline) {
        if (clock.instant().plus(pause).isAfter(deadline)) {
            return false;
        }
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether the last requests were taken with a JSON schema. */
    boolean takesSchemas() {
        return takesSchemas;
    }

    /** Gives up what is being asked. */
    @Override
    public void close() {
        requests.shutdownNow();
    }
}
