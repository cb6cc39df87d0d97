package io.footnote.answer;

import io.footnote.grounding.CheckedStatement;
import io.footnote.grounding.Citation;
import io.footnote.grounding.Statement;
import io.footnote.model.ModelCall;
import java.util.List;
import java.util.Set;

/**
 * Takes the words of removed articles out of an answer. What was asked, how it ended, by what scores and by which
 * sentences' numbers stays; sentences, statements about them, what was said of them earlier in the conversation and the
 * replies of language models, which were shown the article, go.
 *
 * @param articleIds the articles that were removed
 */
record Redaction(Set<String> articleIds) {
    /** What stands for a text that is gone. */
    private static final String GONE = "(removed with its article)";

    AnswerTrace of(AnswerTrace trace) {
        return new AnswerTrace(
                trace.id(),
                of(trace.question()),
                trace.understoodAs() == null || trace.question().conversation().isEmpty() ? trace.understoodAs() : GONE,
                trace.articleIds(),
                of(trace.answer()),
                trace.ranked(),
                trace.rejected().stream().map(this::of).toList(),
                trace.calls().stream().map(Redaction::of).toList(),
                trace.took(),
                trace.explanations(),
                // what they are about and their reasons quote statements and sentences
                trace.steps().stream()
                        .map(step -> new Step(step.kind(), null, List.of()))
                        .toList(),
                trace.flags());
    }

    private Question of(Question question) {
        return new Question(
                question.text(),
                question.conversation().stream()
                        .map(turn ->
                                concerns(turn.citations()) ? new Turn(turn.question(), GONE, turn.citations()) : turn)
                        .toList(),
                question.askedAt());
    }

    private Answer of(Answer answer) {
        return switch (answer) {
            case Grounded grounded ->
                new Grounded(
                        grounded.statements().stream().map(this::of).toList(),
                        grounded.sources().stream().map(this::of).toList(),
                        articleIds.contains(grounded.sources().getFirst().articleId()) ? null : grounded.brief(),
                        grounded.confidence(),
                        grounded.engine(),
                        grounded.fallback());
            case Abstained abstained ->
                new Abstained(
                        abstained.reason(),
                        abstained.missing(),
                        abstained.nearest().stream().map(this::of).toList(),
                        abstained.confidence(),
                        abstained.engine(),
                        abstained.fallback());
        };
    }

    private Source of(Source source) {
        return articleIds.contains(source.articleId()) ? source.withoutText() : source;
    }

    /** Reasons quote the sentences and go with them. */
    private CheckedStatement of(CheckedStatement checked) {
        List<Citation> citations = checked.statement().citations();
        return concerns(citations)
                ? new CheckedStatement(new Statement(GONE, citations), checked.verdict(), checked.score(), List.of())
                : checked;
    }

    private static ModelCall of(ModelCall call) {
        return new ModelCall(
                call.engine(),
                call.task(),
                call.promptHash(),
                call.startedAt(),
                call.took(),
                call.outcome(),
                call.inputTokens(),
                call.outputTokens(),
                call.costMicrodollars(),
                null);
    }

    private boolean concerns(List<Citation> citations) {
        return citations.isEmpty()
                || citations.stream().anyMatch(citation -> articleIds.contains(citation.articleId()));
    }
}
