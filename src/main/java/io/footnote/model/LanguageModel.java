package io.footnote.model;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import io.footnote.model.ModelCall.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks a chat model, within a deadline for all attempts together. What may succeed on a second try is tried again, up to
 * {@value #MAX_ATTEMPTS} times; a server that does not take a JSON schema is asked without one, and from then on if that helped. Safe for any number of
 * threads; every request has a thread of its own, so that none waits for another.
 */
public final class LanguageModel implements AutoCloseable {
    /** The most requests for one reply. */
    public static final int MAX_ATTEMPTS = 3;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private final ChatModel chat;
    private final ChatEndpoint endpoint;
    private final InstantSource clock;
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean takesSchemas = true;

    LanguageModel(ChatModel chat, ChatEndpoint endpoint, InstantSource clock) {
        this.chat = chat;
        this.endpoint = endpoint;
        this.clock = clock;
    }

    /** The model that {@code endpoint} names. No request is made yet. */
    public static LanguageModel at(ChatEndpoint endpoint, InstantSource clock) {
        return new LanguageModel(Providers.chatModel(endpoint), endpoint, clock);
    }

    /** {@code PROVIDER:MODEL}. */
    public String engine() {
        return endpoint.engine();
    }

    /**
     * Asks for one reply.
     *
     * @throws ModelException when there is none, with every request that was made
     */
    public Reply ask(FilledPrompt prompt) {
        Instant deadline = clock.instant().plus(endpoint.timeout());
        List<ModelCall> calls = new ArrayList<>();
        Duration pause = FIRST_PAUSE;
        boolean withSchema = takesSchemas;
        while (true) {
            ModelCall call = attempt(prompt, withSchema, deadline);
            calls.add(call);
            if (call.outcome() == Outcome.REPLIED && call.reply() != null) {
                takesSchemas = withSchema;
                return new Reply(call.reply(), calls);
            }
            if (call.outcome() == Outcome.REJECTED && withSchema && calls.size() < MAX_ATTEMPTS) {
                withSchema = false;
                continue;
            }
            if (!call.outcome().retriable() || calls.size() >= MAX_ATTEMPTS || !pause(pause, deadline)) {
                throw new ModelException(calls);
            }
            pause = pause.multipliedBy(2);
        }
    }

    private ModelCall attempt(FilledPrompt prompt, boolean withSchema, Instant deadline) {
        Instant started = clock.instant();
        long left = Math.max(1, Duration.between(started, deadline).toMillis());
        Future<ChatResponse> request = requests.submit(() -> chat.chat(request(prompt, withSchema)));
        try {
            ChatResponse response = request.get(left, TimeUnit.MILLISECONDS);
            String text =
                    response.aiMessage() == null ? null : response.aiMessage().text();
            return call(prompt, started, text == null ? Outcome.UNREADABLE : Outcome.REPLIED, response, text);
        } catch (java.util.concurrent.TimeoutException e) {
            request.cancel(true);
            return call(prompt, started, Outcome.TIMED_OUT, null, null);
        } catch (InterruptedException e) {
            request.cancel(true);
            Thread.currentThread().interrupt();
            return call(prompt, started, Outcome.TIMED_OUT, null, null);
        } catch (ExecutionException e) {
            return call(prompt, started, outcomeOf(e.getCause()), null, null);
        }
    }

    private static ChatRequest request(FilledPrompt prompt, boolean withSchema) {
        ChatRequest.Builder request =
                ChatRequest.builder().messages(SystemMessage.from(prompt.system()), UserMessage.from(prompt.user()));
        if (withSchema) {
            request.responseFormat(ResponseFormat.builder()
                    .type(ResponseFormatType.JSON)
                    .jsonSchema(JsonSchema.builder()
                            .name(prompt.task())
                            .rootElement(JsonRawSchema.from(prompt.schema()))
                            .build())
                    .build());
        }
        return request.build();
    }

    private ModelCall call(
            FilledPrompt prompt,
            Instant started,
            Outcome outcome,
            @Nullable ChatResponse response,
            @Nullable String reply) {
        TokenUsage usage = response == null ? null : response.tokenUsage();
        return new ModelCall(
                engine(),
                prompt.task(),
                prompt.hash(),
                started,
                Duration.between(started, clock.instant()),
                outcome,
                usage == null ? null : usage.inputTokenCount(),
                usage == null ? null : usage.outputTokenCount(),
                reply);
    }

    private static Outcome outcomeOf(@Nullable Throwable failure) {
        return switch (failure) {
            case AuthenticationException ignored -> Outcome.FORBIDDEN;
            case ModelNotFoundException ignored -> Outcome.NOT_FOUND;
            case RateLimitException ignored -> Outcome.RATE_LIMITED;
            case InvalidRequestException ignored -> Outcome.REJECTED;
            case TimeoutException ignored -> Outcome.TIMED_OUT;
            case InternalServerException ignored -> Outcome.SERVER_FAILED;
            case HttpException http when http.statusCode() >= 500 -> Outcome.SERVER_FAILED;
            case HttpException ignored -> Outcome.REJECTED;
            case null -> Outcome.UNREADABLE;
            default -> causedByConnection(failure) ? Outcome.UNREACHABLE : Outcome.UNREADABLE;
        };
    }

    private static boolean causedByConnection(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // Jackson's complaints about a body are also of this type.
            if (cause instanceof IOException && !cause.getClass().getName().startsWith("com.fasterxml.jackson")) {
                return true;
            }
        }
        return false;
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

    /** Gives up what is being asked. */
    @Override
    public void close() {
        requests.shutdownNow();
    }
}
