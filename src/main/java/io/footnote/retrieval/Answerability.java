package io.footnote.retrieval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;

/**
 * How likely it is that articles answer a question: from how near the best sentence is in meaning, which words of the
 * question occur nowhere in the articles, and which of those are names.
 *
 * <p>A logistic model. Its weights were fitted by Newton's method to 1,400 questions on encyclopaedic paragraphs, a half
 * of them about another text or made to look answerable (SQuAD 2.0 and XQuAD, development parts). How much of the
 * question the best sentence repeats was tried and left out: questions made to look answerable repeat the most.
 */
final class Answerability {
    private static final double INTERCEPT = -3.53;
    private static final double COSINE = 6.43;
    private static final double ABSENT_NAME = -0.83;
    private static final double ABSENT_SHARE = -1.46;

    /** More absent names than this say nothing more. */
    private static final int MOST_NAMES = 2;

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
     * @param cosine of the question and the best sentence, in [-1, 1]
     */
    Estimate estimate(String question, ArticleScope scope, double cosine) throws IOException {
        List<QuestionTerms.Term> content = terms.content(question);
        int absentNames = 0;
        List<String> missing = new ArrayList<>();
        for (QuestionTerms.Term term : content) {
            if (scope.documentsWith(new Term(SentenceIndex.TEXT, term.stem())) == 0) {
                missing.add(term.word());
                if (term.capitalized()) {
                    absentNames++;
                }
            }
        }
        double absentShare = content.isEmpty() ? 0 : (double) missing.size() / content.size();
        double logit = INTERCEPT
                + COSINE * cosine
                + ABSENT_NAME * Math.min(absentNames, MOST_NAMES)
                + ABSENT_SHARE * absentShare;
        return new Estimate(1 / (1 + Math.exp(-logit)), missing);
    }
}
