package io.footnote.answer;

import io.footnote.grounding.CheckedStatement;
import io.footnote.grounding.Citation;
import io.footnote.model.ModelCall;
import io.footnote.retrieval.Explanation;
import io.footnote.retrieval.RankedSentence;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An answer with everything needed to explain it later. Immutable; this is what the log keeps.
 *
 * @param id what the log knows it by
 * @param question what was asked
 * @param understoodAs what it was searched as, where it leaned on what was said before; null where it stood by itself
 * @param articleIds the articles it was asked about; of more than {@value Answerer#RANKED}, those of which a sentence was
 *     ranked
 * @param answer what the reader sees
 * @param ranked the sentences that were found, best first
 * @param rejected the statements that did not pass the gate, with the reasons
 * @param calls what was asked of language models
 * @param took from the question to the answer, without storing and sending it
 * @param explanations why the best sentences, the probability and the words singled out have their scores; empty
 *     where a version of the program kept none
 * @param steps what was decided on the way, in order; empty where a version of the program kept none
 * @param flags what was found in question and articles that is not plain text; empty likewise
 */
public record AnswerTrace(
        String id,
        Question question,
        @Nullable String understoodAs,
        List<String> articleIds,
        Answer answer,
        List<RankedSentence> ranked,
        List<CheckedStatement> rejected,
        List<ModelCall> calls,
        Duration took,
        List<Explanation> explanations,
        List<Step> steps,
        List<Flag> flags) {

    /** Makes the lists immutable. */
    public AnswerTrace {
        articleIds = List.copyOf(articleIds);
        ranked = List.copyOf(ranked);
        rejected = List.copyOf(rejected);
        calls = List.copyOf(calls);
        // absent from what older versions kept in the log
        explanations = Objects.requireNonNullElse(explanations, List.<Explanation>of());
        explanations = List.copyOf(explanations);
        steps = List.copyOf(Objects.requireNonNullElse(steps, List.<Step>of()));
        flags = List.copyOf(Objects.requireNonNullElse(flags, List.<Flag>of()));
    }

    /** A trace without explanations, steps and flags. */
    public AnswerTrace(
            String id,
            Question question,
            @Nullable String understoodAs,
            List<String> articleIds,
            Answer answer,
            List<RankedSentence> ranked,
            List<CheckedStatement> rejected,
            List<ModelCall> calls,
            Duration took) {
        this(
                id,
                question,
                understoodAs,
                articleIds,
                answer,
                ranked,
                rejected,
                calls,
                took,
                List.of(),
                List.of(),
                List.of());
    }

    /** Whether there is no answer and the question seems to be in another language than the articles. */
    public boolean inAnotherLanguage() {
        return steps.stream().anyMatch(step -> step.kind() == Step.Kind.OTHER_LANGUAGE);
    }

    /** The sentences that were found and that the answer does not show, best first. */
    public List<Citation> notShown() {
        List<Source> shown = answer.shown();
        return ranked.stream()
                .map(found -> new Citation(found.articleId(), found.sentence().number()))
                .filter(found -> shown.stream().noneMatch(source -> source.isCitedBy(found)))
                .toList();
    }

    /**
     * The same answer without the words of articles that were removed: what was asked, how it ended and which sentences
     * it cited by number stays readable.
     */
    public AnswerTrace without(Set<String> removedArticleIds) {
        return new Redaction(removedArticleIds).of(this);
    }
}
