package io.footnote.model;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one tiny call showed of a chat model. Immutable.
 *
 * @param engine {@code PROVIDER:MODEL}
 * @param latency until the whole reply was there
 * @param schemas whether the server takes JSON schemas
 * @param streaming whether replies come piece by piece
 * @param costMicrodollars what the call cost, in millionths of a US dollar, or null where the price is unknown
 */
public record ModelProbe(
        String engine,
        Duration latency,
        boolean schemas,
        boolean streaming,
        @Nullable Long costMicrodollars) {
    /** The task whose prompt the call sends. */
    public static final String TASK = "probe";

    /** Its placeholders. */
    public static final Set<String> PLACEHOLDERS = Set.of();

    /**
     * Makes the call; more than one only where the server takes no schema or does not stream.
     *
     * @throws ModelUnavailableException when there is no reply, with what to do about it
     */
    public static ModelProbe of(LanguageModel model, FilledPrompt prompt) {
        int[] pieces = new int[1];
        try {
            Reply reply = model.stream(prompt, null, piece -> pieces[0]++);
            ModelCall last = reply.calls().getLast();
            return new ModelProbe(
                    model.engine(), last.took(), model.takesSchemas(), pieces[0] > 1, last.costMicrodollars());
        } catch (ModelException e) {
            throw new ModelUnavailableException(advice(model.engine(), e));
        }
    }

    private static String advice(String engine, ModelException failure) {
        if (failure.calls().isEmpty()) {
            return engine + " " + failure.getMessage() + ": see model.daily-budget.";
        }
        return switch (failure.calls().getLast().outcome()) {
            case FORBIDDEN ->
                "The server of " + engine + " refuses the key: set FOOTNOTE_MODEL_API_KEY to one that it takes.";
            case UNREACHABLE ->
                "The server of " + engine
                        + " cannot be reached: check the network and model.base-url, and that it runs.";
            case NOT_FOUND ->
                engine + " was not found: check model.name, and that model.base-url is what docs/models.md says.";
            case TIMED_OUT -> engine + " did not answer in time: try later, or raise model.timeout.";
            case RATE_LIMITED -> engine + " has too many requests to answer: wait, or ask the provider for more.";
            default -> engine + " " + failure.getMessage() + ": try later, or check model.base-url and model.name.";
        };
    }

    /** In a line for an operator. */
    public String words() {
        return String.format(
                Locale.ROOT,
                "%s replied in %d ms; JSON schemas: %s; streaming: %s; cost: %s",
                engine,
                latency.toMillis(),
                schemas ? "yes" : "no, the prompt describes the shape",
                streaming ? "yes" : "no, answers are shown when complete",
                costMicrodollars == null
                        ? "unknown, config/prices.yaml has no price for it"
                        : String.format(Locale.ROOT, "%.6f US dollars", costMicrodollars / 1e6));
    }
}
