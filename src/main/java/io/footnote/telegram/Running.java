package io.footnote.telegram;

import io.footnote.answer.AnswerTrace;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The questions in work, which their readers may cancel. A cancelled one goes on in the background to its own end, since
 * neither the index nor the database bears being interrupted; what comes out is discarded. Thread-safe.
 */
final class Running {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final Map<Long, Work> byPerson = new ConcurrentHashMap<>();
    private final Consumer<AnswerTrace> discard;

    /** The last question of a person that is in work, and how many there are. */
    private record Work(CompletableFuture<Optional<AnswerTrace>> outcome, int count) {}

    /** @param discard given the answer of a cancelled question, once it has come */
    Running(Consumer<AnswerTrace> discard) {
        this.discard = discard;
    }

    /**
     * Answers a question and does what follows from the answer.
     *
     * @return nothing when it was cancelled
     * @throws RuntimeException what the answering throws
     */
    <T> Optional<T> run(long person, Supplier<AnswerTrace> answering, Function<AnswerTrace, T> afterwards) {
        CompletableFuture<Optional<AnswerTrace>> outcome = new CompletableFuture<>();
        byPerson.merge(person, new Work(outcome, 1), (old, more) -> new Work(outcome, old.count() + 1));
        try {
            Thread.ofVirtual().name("question").start(() -> answer(answering, outcome));
            return outcome.join().map(afterwards);
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        } finally {
            byPerson.compute(
                    person,
                    (id, work) ->
                            work == null || work.count() == 1 ? null : new Work(work.outcome(), work.count() - 1));
        }
    }

    private void answer(Supplier<AnswerTrace> answering, CompletableFuture<Optional<AnswerTrace>> outcome) {
        try {
            AnswerTrace trace = answering.get();
            if (!outcome.complete(Optional.of(trace))) {
                discard.accept(trace);
            }
        } catch (RuntimeException | Error e) {
            outcome.completeExceptionally(e);
        }
    }

    /** Cancels the person's question; whether there was one that could still be. */
    boolean cancel(long person) {
        Work work = byPerson.get(person);
        return work != null && work.outcome().complete(Optional.empty());
    }

    /** Cancels whatever the person has in work and waits until nothing is, at most so long. */
    void cancelAndAwait(long person, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (byPerson.containsKey(person) && System.nanoTime() - deadline < 0) {
            cancel(person);
            Thread.sleep(LOOK_AGAIN);
        }
    }
}
