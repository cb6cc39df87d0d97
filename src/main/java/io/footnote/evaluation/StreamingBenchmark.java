package io.footnote.evaluation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.footnote.answer.Answerer;
import io.footnote.answer.Question;
import io.footnote.article.Article;
import io.footnote.article.Sentence;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * How soon the first checked statement of a streamed answer is there, beside the moment at which the model had finished
 * writing it: both counted from when the request reached the server, which streams {@value #LETTERS} letters every
 * {@value #PAUSE_MILLIS} milliseconds.
 */
public final class StreamingBenchmark {
    private static final int LETTERS = 4;
    private static final int PAUSE_MILLIS = 20;
    private static final int UNTIMED = 3;
    private static final int STATEMENTS = 3;

    private StreamingBenchmark() {}

    /**
     * What was measured, medians over the rounds.
     *
     * @param writtenMillis until the model had written the first statement
     * @param shownMillis until it was checked, in the log and shown
     * @param completeMillis until the whole answer was there
     * @param ratio of shown to written, the median of the rounds' own
     */
    public record Result(int rounds, double writtenMillis, double shownMillis, double completeMillis, double ratio) {

        /** For a person. */
        public String toText() {
            return String.format(
                    Locale.ROOT,
                    "first statement written  %8.1f ms%nchecked and shown        %8.1f ms%n"
                            + "whole answer             %8.1f ms%nratio                    %8.3f  (median of %d)",
                    writtenMillis,
                    shownMillis,
                    completeMillis,
                    ratio,
                    rounds);
        }

        /** One object on one line. */
        public String toJson() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("rounds", rounds)
                    .put("written_millis", writtenMillis)
                    .put("shown_millis", shownMillis)
                    .put("complete_millis", completeMillis)
                    .put("ratio", ratio)
                    .toString();
        }
    }

    /**
     * Asks in several rounds, after a few untimed ones.
     *
     * @param answerers makes what answers, with the chat model at the address given and a log that keeps
     * @throws IOException when there is no free port
     */
    public static Result run(Article article, List<String> questions, int rounds, Function<URI, Answerer> answerers)
            throws IOException {
        try (PacedChatServer server = PacedChatServer.start(LETTERS, Duration.ofMillis(PAUSE_MILLIS))) {
            Answerer answerer = answerers.apply(server.baseUrl());
            List<Double> written = new ArrayList<>();
            List<Double> shown = new ArrayList<>();
            List<Double> complete = new ArrayList<>();
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < UNTIMED + rounds; round++) {
                script(server, article, round);
                long[] first = new long[1];
                // numbered, because a question asked again is answered without the model
                String question = questions.get(round % questions.size()) + " (" + round + ")";
                answerer.answer(Question.of(question, Instant.now()), List.of(article), null, soFar -> {
                    if (first[0] == 0) {
                        first[0] = System.nanoTime();
                    }
                });
                long end = System.nanoTime();
                if (first[0] == 0) {
                    throw new IllegalStateException("a statement of the article itself must pass");
                }
                if (round >= UNTIMED) {
                    written.add(millis(server.written() - server.asked()));
                    shown.add(millis(first[0] - server.asked()));
                    complete.add(millis(end - server.asked()));
                    ratios.add(shown.getLast() / written.getLast());
                }
            }
            return new Result(rounds, median(written), median(shown), median(complete), median(ratios));
        }
    }

    /** A draft of sentences of the article, other ones in every round. */
    private static void script(PacedChatServer server, Article article, int round) {
        List<Sentence> citable =
                article.sentences().stream().filter(Sentence::citable).toList();
        StringBuilder draft = new StringBuilder("{\"answerable\":true,\"statements\":[");
        int firstEnd = 0;
        for (int index = 0; index < STATEMENTS; index++) {
            Sentence sentence = citable.get((round * STATEMENTS + index) % citable.size());
            ObjectNode statement = JsonNodeFactory.instance.objectNode();
            statement.put("text", article.textOf(sentence)).putNull("gloss");
            statement.putArray("sentences").add(sentence.number());
            draft.append(index == 0 ? "" : ",").append(statement);
            firstEnd = index == 0 ? draft.length() : firstEnd;
        }
        server.reply(draft.append("],\"missing\":null}").toString(), firstEnd);
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
