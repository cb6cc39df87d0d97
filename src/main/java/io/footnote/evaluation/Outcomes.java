package io.footnote.evaluation;

import java.util.List;

/** What became of every item of one data set, in its order. Immutable. */
public sealed interface Outcomes
        permits Outcomes.OfQuestions, Outcomes.OfClaims, Outcomes.OfSentences, Outcomes.OfPages {

    /** The data set's name. */
    String dataSet();

    /** The figures of this data set alone. */
    Figures figures();

    /** Of a {@link QuestionSet}. */
    record OfQuestions(String dataSet, List<QuestionOutcome> outcomes) implements Outcomes {
        /** Makes the list immutable. */
        public OfQuestions {
            outcomes = List.copyOf(outcomes);
        }

        @Override
        public QuestionFigures figures() {
            return QuestionFigures.of(outcomes);
        }
    }

    /** Of a {@link ClaimSet}. */
    record OfClaims(String dataSet, List<ClaimOutcome> outcomes) implements Outcomes {
        /** Makes the list immutable. */
        public OfClaims {
            outcomes = List.copyOf(outcomes);
        }

        @Override
        public ClaimFigures figures() {
            return ClaimFigures.of(outcomes);
        }
    }

    /** Of a {@link SentenceSet}. */
    record OfSentences(String dataSet, List<SplitOutcome> outcomes) implements Outcomes {
        /** Makes the list immutable. */
        public OfSentences {
            outcomes = List.copyOf(outcomes);
        }

        @Override
        public SentenceFigures figures() {
            return SentenceFigures.of(outcomes);
        }
    }

    /** Of a {@link PageSet}. */
    record OfPages(String dataSet, List<PageOutcome> outcomes) implements Outcomes {
        /** Makes the list immutable. */
        public OfPages {
            outcomes = List.copyOf(outcomes);
        }

        @Override
        public PageFigures figures() {
            return PageFigures.of(outcomes);
        }
    }
}
