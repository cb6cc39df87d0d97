package io.footnote.evaluation;

import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import io.footnote.answer.AnswerLog;
import io.footnote.answer.Answerer;
import io.footnote.answer.Question;
import io.footnote.article.Article;
import io.footnote.language.Encoder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Times a whole embedded answer beside its parts and alternatives, warm. Each question goes to every task before the
 * next question does, in an order drawn anew each time, so that whatever else the machine does falls on all of them
 * alike and the ratios hold where the times do not. For one thread.
 */
public final class AnswerBenchmark {
    private static final long SEED = 40;

    private final List<Task> tasks;
    private Instant asked = Instant.EPOCH;
    private @Nullable Object last;

    /** A task, what it is called, and what it does with a question. */
    private record Task(String name, String key, Function<String, Object> work) {}

    /** @param encoder the same that the answerer uses */
    public AnswerBenchmark(Article article, Encoder encoder, Answerer answerer, AnswerLog log) {
        List<Article> articles = List.of(article);
        SentencePool pool = new SentencePool(articles, encoder);
        LangChainSearch langChain =
                LangChainSearch.overSentences(pool.entries(), new BgeSmallEnV15QuantizedEmbeddingModel());
        this.tasks = List.of(
                new Task("encoding the question", "encoding", encoder::encodeQuestion),
                new Task("Lucene's search alone", "bm25", question -> bm25(pool, question)),
                new Task("LangChain4j's retriever", "langchain4j", langChain::searchSentences),
                new Task("Footnote's answer", "answer", question -> answerer.answer(ask(question), articles)),
                new Task("Footnote's answer, in the log", "answer_in_log", question -> {
                    var trace = answerer.answer(ask(question), articles);
                    log.record(trace);
                    return trace;
                }));
    }

    private static List<Integer> bm25(SentencePool pool, String question) {
        return SentencePool.order(pool.bm25(question), 0);
    }

    /** Each a millisecond after the one before: the log tells answers of one millisecond apart by chance alone. */
    private Question ask(String question) {
        asked = asked.plusMillis(1);
        return Question.of(question, asked);
    }

    /**
     * Runs it.
     *
     * @param warmUp rounds that are not timed
     * @param rounds rounds that are; each asks all questions
     * @param advanced told of each round that is over
     * @return the encoding first
     */
    public List<Timing> run(List<String> questions, int warmUp, int rounds, Runnable advanced) {
        Random random = new Random(SEED);
        Map<Task, List<Duration>> durations = new LinkedHashMap<>();
        tasks.forEach(task -> durations.put(task, new ArrayList<>()));
        List<Task> order = new ArrayList<>(tasks);
        for (int round = 0; round < warmUp + rounds; round++) {
            for (String question : questions) {
                Collections.shuffle(order, random);
                for (Task task : order) {
                    long started = System.nanoTime();
                    last = task.work().apply(question);
                    Duration took = Duration.ofNanos(System.nanoTime() - started);
                    if (round >= warmUp) {
                        durations
                                .computeIfAbsent(task, key -> new ArrayList<>())
                                .add(took);
                    }
                }
            }
            advanced.run();
        }
        List<Timing> timings = new ArrayList<>();
        durations.forEach((task, took) -> timings.add(Timing.of(task.name(), task.key(), took)));
        return timings;
    }

    /** The last result of any task; kept so that no work can be left out as useless. */
    @Nullable
    Object last() {
        return last;
    }
}
