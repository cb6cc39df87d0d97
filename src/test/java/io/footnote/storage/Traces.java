package io.footnote.storage;

import io.footnote.answer.Abstained;
import io.footnote.answer.Answer;
import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Grounded;
import io.footnote.answer.Question;
import io.footnote.answer.ShortAnswer;
import io.footnote.answer.Source;
import io.footnote.answer.Turn;
import io.footnote.article.Sentence;
import io.footnote.grounding.CheckedStatement;
import io.footnote.grounding.Citation;
import io.footnote.grounding.Statement;
import io.footnote.grounding.Verdict;
import io.footnote.model.ModelCall;
import io.footnote.retrieval.RankedSentence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Traces to store. */
final class Traces {
    static final Instant NOON = Instant.parse("2026-11-01T12:00:00.123456789Z");

    private Traces() {}

    static AnswerTrace trace(String id, Instant askedAt, Answer answer, long millis, String... articleIds) {
        return new AnswerTrace(
                id,
                new Question(
                        "Who left “Paris”?",
                        List.of(new Turn("Who came?", "Ann came.", List.of(new Citation("a1", 1)))),
                        askedAt),
                "Who left “Paris” (came)",
                List.of(articleIds),
                answer,
                List.of(new RankedSentence(
                        "a1", new Sentence(2, 10, 26, true), 1, 0.1 + 0.2, new TreeMap<>(Map.of("bm25", 7.25)))),
                List.of(new CheckedStatement(
                        new Statement("Bob left.", List.of(new Citation("a1", -7))),
                        Verdict.REFUTED,
                        0.25,
                        List.of("there is no sentence -7"))),
                List.of(new ModelCall(
                        "openai:small",
                        "answer",
                        "00ff",
                        NOON,
                        Duration.ofNanos(12_345_678),
                        ModelCall.Outcome.REPLIED,
                        1_200,
                        null,
                        345L,
                        "{}")),
                Duration.ofMillis(millis).plusNanos(17));
    }

    static AnswerTrace grounded(String id, Instant askedAt) {
        return trace(id, askedAt, grounded(0.75, null, new ShortAnswer(10, 13, "Ann")), 23, "a1");
    }

    static Grounded grounded(double score, @Nullable String fallback, @Nullable ShortAnswer brief) {
        Statement statement = new Statement("Ann left Paris.", List.of(new Citation("a1", 2)));
        return new Grounded(
                List.of(
                        new CheckedStatement(statement, Verdict.SUPPORTED, 1, List.of()),
                        new CheckedStatement(statement, Verdict.SUPPORTED, score, List.of("no date"))),
                List.of(source()),
                brief,
                0.9,
                "extractive",
                fallback);
    }

    static Abstained abstained(Abstained.Reason reason, @Nullable String missing, @Nullable String fallback) {
        return new Abstained(reason, missing, List.of(source()), 0.125, "openai:some-model", fallback);
    }

    private static Source source() {
        return new Source(1, "a1", "The title", 2, 10, 26, "Ann left \uD83D\uDE80Paris", null);
    }
}
