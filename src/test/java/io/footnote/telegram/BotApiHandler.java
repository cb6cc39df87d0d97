package io.footnote.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.footnote.telegram.BotApiCall.End;
import io.footnote.telegram.BotApiCall.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One request: token and method found, arguments checked and noted, a fault or the method carried out, answered. A call's
 * outcome is noted before its answer leaves, so that whoever has the answer finds the outcome too. Thread-safe.
 */
final class BotApiHandler implements HttpHandler {
    private static final Pattern PATH = Pattern.compile("/bot([^/]+)/(?:test/)?([^/]+)/?");
    private static final Pattern WELL_FORMED_TOKEN = Pattern.compile("[1-9]\\d{5,}:[\\w-]{30,}");
    private static final int LONGEST_POLL_SECONDS = 50;

    private final Optional<BotApiSpecification> specification;
    private final CallLog log;
    private final UpdateQueue queue;
    private final BotApiMethods methods;
    private final FaultPlan faults;

    /** What is sent; without one the connection is closed. */
    private record Response(Outcome outcome, @Nullable Integer retryAfter, String contentType, String body) {
        static Response refusal(BotApiError error) {
            ObjectNode body = JsonNodeFactory.instance
                    .objectNode()
                    .put("ok", false)
                    .put("error_code", error.code())
                    .put("description", error.description());
            Integer retryAfter = error.retryAfterSeconds();
            if (retryAfter != null) {
                body.putObject("parameters").put("retry_after", retryAfter);
            }
            Outcome outcome = Outcome.answered(error.code(), error.description());
            return new Response(outcome, retryAfter, "application/json", body.toString());
        }

        static Response success(JsonNode result) {
            ObjectNode body = JsonNodeFactory.instance.objectNode().put("ok", true);
            body.set("result", result);
            return new Response(Outcome.answered(200, ""), null, "application/json", body.toString());
        }

        static Response dropped(End end) {
            return new Response(Outcome.dropped(end), null, "", "");
        }
    }

    BotApiHandler(
            Optional<BotApiSpecification> specification,
            CallLog log,
            UpdateQueue queue,
            BotApiMethods methods,
            FaultPlan faults) {
        this.specification = specification;
        this.log = log;
        this.queue = queue;
        this.methods = methods;
        this.faults = faults;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Response response = respond(exchange);
            if (response.outcome().end() == End.ANSWERED) {
                send(exchange, response);
            }
        }
    }

    private Response respond(HttpExchange exchange) throws IOException {
        try {
            CallArguments arguments = CallArguments.read(exchange);
            Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
            if (!path.matches()) {
                return Response.refusal(BotApiError.notFound("Not Found"));
            }
            if (!path.group(1).equals(FakeBotApi.TOKEN)) {
                boolean shaped = WELL_FORMED_TOKEN.matcher(path.group(1)).matches();
                return Response.refusal(shaped ? BotApiError.unauthorized() : BotApiError.notFound("Not Found"));
            }
            return noted(path.group(2), arguments);
        } catch (BotApiError e) {
            return Response.refusal(e);
        }
    }

    private Response noted(String called, CallArguments arguments) {
        String method = specification
                .flatMap(known -> known.canonicalName(called))
                .orElseGet(() -> BotApiMethods.spelled(called));
        List<String> broken =
                specification.map(known -> known.violations(method, arguments)).orElse(List.of());
        int index = log.begin(method, arguments.fields(), broken);
        Response response = Response.dropped(End.DROPPED_BEFORE_PROCESSING);
        try {
            response = carriedOut(method, arguments, faults.take(method).orElse(null));
        } catch (BotApiError e) {
            response = Response.refusal(e);
        } catch (UpdateQueue.Stopped e) {
            response = Response.dropped(End.DROPPED_AFTER_PROCESSING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server stops, and the connection with it
        } finally {
            log.end(index, response.outcome());
        }
        return response;
    }

    private Response carriedOut(String method, CallArguments arguments, @Nullable Fault fault)
            throws BotApiError, UpdateQueue.Stopped, InterruptedException {
        switch (fault) {
            case Fault.Refuse refusal -> throw refusal.error();
            case Fault.Answer(int status, String contentType, String body, String description) -> {
                return new Response(Outcome.answered(status, description), null, contentType, body);
            }
            case Fault.Drop(boolean afterProcessing)
            when !afterProcessing -> {
                return Response.dropped(End.DROPPED_BEFORE_PROCESSING);
            }
            case Fault.Delay(Duration time) -> Thread.sleep(time);
            case null, default -> {}
        }
        JsonNode result =
                method.equals("getUpdates") ? getUpdates(arguments) : methods.call(method, arguments, returns(method));
        return fault instanceof Fault.Drop ? Response.dropped(End.DROPPED_AFTER_PROCESSING) : Response.success(result);
    }

    private String returns(String method) throws BotApiError {
        if (specification.isEmpty()) {
            return method.startsWith("send") ? "Message" : "Boolean";
        }
        return specification
                .get()
                .returnType(method)
                .orElseThrow(() -> BotApiError.notFound("Not Found: method not found"));
    }

    private JsonNode getUpdates(CallArguments arguments) throws BotApiError, UpdateQueue.Stopped, InterruptedException {
        if (methods.hasWebhook()) {
            throw BotApiError.conflict("can't use getUpdates method while webhook is active;"
                    + " use deleteWebhook to delete the webhook first");
        }
        Set<String> allowed = null;
        JsonNode kinds = arguments.structure("allowed_updates");
        if (kinds.isArray()) {
            allowed = new HashSet<>();
            for (JsonNode kind : kinds) {
                allowed.add(kind.asText().toLowerCase(Locale.ROOT));
            }
        }
        long seconds = Math.clamp(arguments.number("timeout", 0), 0, LONGEST_POLL_SECONDS);
        return queue.poll(new UpdateQueue.Poll(
                arguments.number("offset", 0),
                (int) arguments.number("limit", UpdateQueue.MOST_UPDATES),
                Duration.ofSeconds(seconds),
                allowed));
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
        byte[] bytes = response.body().getBytes(StandardCharsets.UTF_8);
        Integer retryAfter = response.retryAfter();
        if (retryAfter != null) {
            exchange.getResponseHeaders().set("Retry-After", retryAfter.toString());
        }
        exchange.getResponseHeaders().set("Content-Type", response.contentType());
        exchange.sendResponseHeaders(response.outcome().status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
