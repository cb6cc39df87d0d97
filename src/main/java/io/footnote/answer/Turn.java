package io.footnote.answer;

import io.footnote.grounding.Citation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One earlier exchange of a conversation. Immutable.
 *
 * @param question what was asked, as it was asked
 * @param answer what was said
 * @param citations the sentences that the answer rests on, in its order; none for an abstention
 */
public record Turn(String question, String answer, List<Citation> citations) {

    /** Copies the list; a turn that was logged before citations were kept has none. */
    public Turn(String question, String answer, @Nullable List<Citation> citations) {
        this.question = question;
        this.answer = answer;
        this.citations = citations == null ? List.of() : List.copyOf(citations);
    }

    /** The turn that an answer makes. @param words what was said, as the reader saw it */
    public static Turn of(AnswerTrace trace, String words) {
        List<Citation> citations = trace.answer() instanceof Grounded grounded
                ? grounded.sources().stream()
                        .map(source -> new Citation(source.articleId(), source.sentence()))
                        .toList()
                : List.of();
        return new Turn(trace.question().text(), words, citations);
    }
}
