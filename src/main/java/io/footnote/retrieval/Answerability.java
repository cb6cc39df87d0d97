package io.footnote.retrieval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;

/**
 * How likely it is that articles answer a question, from the best sentence found: how near it is in meaning, how much of
 * what the question asks about is in it, and which names of the question occur nowhere.
 *
 * <p>A cosine alone cannot tell: a question made for the same article without an answer in it is as near as any. The
 * weights of this first version are set by hand: half certain when the cosine is middling and half of the question's
 * words, weighed by rarity, are in the sentence.
 */
final class Answerability {
    private static final double INTERCEPT = -8.6;
    private static final double COSINE = 9;
    private static final double COVERAGE = 4.5;
    private static final double ABSENT_NAME = -2.5;

    private final QuestionTerms terms;

    Answerability(QuestionTerms terms) {
        this.terms = terms;
    }

    /**
     * @param probability in [0, 1]
     * @param missing words of the question that occur nowhere in the articles, in the question's order
     */
    record Estimate(double probability, List<String> missing) {}

    /**
     * @param question the question in words
     * @param scope the articles searched
     * @param best the words of the best sentence
     * @param cosine of the question and that sentence, in [-1, 1]
     */
    Estimate estimate(String question, ArticleScope scope, String best, double cosine) throws IOException {
        Set<String> present = terms.all(best);
        double covered = 0;
        double total = 0;
        int absentNames = 0;
        List<String> missing = new ArrayList<>();
        for (QuestionTerms.Term term : terms.content(question)) {
            int documents = scope.documentsWith(new Term(SentenceIndex.TEXT, term.stem()));
            double rarity = Math.log1p((scope.members().size() - documents + 0.5) / (documents + 0.5));
            total += rarity;
            if (present.contains(term.stem())) {
                covered += rarity;
            }
            if (documents == 0) {
                missing.add(term.word());
                if (term.capitalized()) {
                    absentNames++;
                }
            }
        }
        double coverage = total == 0 ? 0 : covered / total;
        double logit = INTERCEPT + COSINE * cosine + COVERAGE * coverage + ABSENT_NAME * Math.min(absentNames, 2);
        return new Estimate(1 / (1 + Math.exp(-logit)), missing);
    }
}
