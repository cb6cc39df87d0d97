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
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.TokenUsage;
import io.footnote.model.ModelCall.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One request to a chat model, on a thread of its own, and its reply within a time. The pieces of a streamed reply are
 * handed on by the caller's thread, so that the time is kept while the server is silent. For one use by one thread.
 */
final class Exchange {
    /**
     * How a request ended.
     *
     * @param text the reply, as far as it came; null where nothing did
     * @param usage what the provider counted, or null where it did not say
     * @param retryAfter how long the server asked to be left alone, or null where it did not say
     * @param pieces how many pieces of a streamed reply came
     */
    record Result(
            Outcome outcome,
            @Nullable String text,
            @Nullable TokenUsage usage,
            @Nullable Duration retryAfter,
            int pieces) {}

    private sealed interface Event {
        record Piece(String text) implements Event {}

        record Complete(ChatResponse response) implements Event {}

        record Failed(Throwable failure) implements Event {}
    }

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final StringBuilder received = new StringBuilder();
    private int pieces;

    /**
     * Sends the request and waits for its end.
     *
     * @param schema whether to ask for the prompt's JSON schema
     * @param listener told every piece as it comes; null to ask for the reply as a whole
     * @param time the longest that it may take
     */
    static Result send(
            Clients clients,
            FilledPrompt prompt,
            boolean schema,
            @Nullable Consumer<String> listener,
            Duration time,
            ExecutorService threads) {
        return new Exchange().run(clients, request(prompt, schema), listener, time, threads);
    }

    private Result run(
            Clients clients,
            ChatRequest request,
            @Nullable Consumer<String> listener,
            Duration time,
            ExecutorService threads) {
        long deadline = System.nanoTime() + Math.max(1, time.toNanos());
        Future<?> sending = threads.submit(() -> {
            try {
                if (listener == null) {
                    events.add(new Event.Complete(clients.whole().chat(request)));
                } else {
                    clients.streaming().chat(request, new Pieces());
                    // the stream may end without an end of the reply
                    events.add(new Event.Failed(new IllegalStateException("the stream has no end")));
                }
            } catch (RuntimeException | Error e) {
                events.add(new Event.Failed(e));
            }
        });
        try {
            return await(listener, deadline);
        } finally {
            sending.cancel(true);
        }
    }

    private Result await(@Nullable Consumer<String> listener, long deadline) {
        try {
            while (true) {
                Event event = events.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                switch (event) {
                    case null -> {
                        return ended(Outcome.TIMED_OUT, null);
                    }
                    case Event.Piece(String text) -> {
                        pieces++;
                        received.append(text);
                        if (listener != null) {
                            listener.accept(text);
                        }
                    }
                    case Event.Complete(ChatResponse response) -> {
                        return complete(response);
                    }
                    case Event.Failed(Throwable failure) -> {
                        return ended(outcomeOf(failure), RefusedException.retryAfter(failure));
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ended(Outcome.TIMED_OUT, null);
        }
    }

    private Result complete(ChatResponse response) {
        String text = response.aiMessage() == null ? null : response.aiMessage().text();
        boolean empty = text == null || (pieces == 0 && text.isEmpty());
        return new Result(empty ? Outcome.UNREADABLE : Outcome.REPLIED, text, response.tokenUsage(), null, pieces);
    }

    private Result ended(Outcome outcome, @Nullable Duration retryAfter) {
        return new Result(outcome, received.isEmpty() ? null : received.toString(), null, retryAfter, pieces);
    }

    private final class Pieces implements StreamingChatResponseHandler {
        @Override
        public void onPartialResponse(String piece) {
            events.add(new Event.Piece(piece));
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            events.add(new Event.Complete(response));
        }

        @Override
        public void onError(Throwable failure) {
            events.add(new Event.Failed(failure));
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

    private static Outcome outcomeOf(Throwable failure) {
        return switch (failure) {
            case AuthenticationException ignored -> Outcome.FORBIDDEN;
            case ModelNotFoundException ignored -> Outcome.NOT_FOUND;
            case RateLimitException ignored -> Outcome.RATE_LIMITED;
            case InvalidRequestException ignored -> Outcome.REJECTED;
            case UnsupportedFeatureException ignored -> Outcome.REJECTED;
            case TimeoutException ignored -> Outcome.TIMED_OUT;
            case InternalServerException ignored -> Outcome.SERVER_FAILED;
            case HttpException http -> outcomeOf(http.statusCode());
            default -> causedByConnection(failure) ? Outcome.UNREACHABLE : Outcome.UNREADABLE;
        };
    }

    private static Outcome outcomeOf(int status) {
        return switch (status) {
            case 401, 403 -> Outcome.FORBIDDEN;
            case 404 -> Outcome.NOT_FOUND;
            case 429 -> Outcome.RATE_LIMITED;
            default -> status >= 500 ? Outcome.SERVER_FAILED : Outcome.REJECTED;
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
}
