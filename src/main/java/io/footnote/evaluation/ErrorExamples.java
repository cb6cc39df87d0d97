package io.footnote.evaluation;

import io.footnote.article.Article;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Questions that went wrong in one way. Immutable.
 *
 * @param kind the way
 * @param all how many there were
 * @param examples at most {@value #SHOWN} of them, evenly spread over the data set so that nobody picked them
 */
record ErrorExamples(Kind kind, int all, List<Example> examples) {
    /** How many are shown. */
    static final int SHOWN = 5;

    /** A way to go wrong. */
    enum Kind {
        WRONG_FIRST(
                "A wrong sentence came first",
                "The article answers the question, but the sentence ranked first does not.",
                (answerable, outcome) -> answerable && outcome.attainable() && outcome.firstRightRank() != 1),
        REFUSED(
                "Refused although the article answers",
                "The probability of an answer was below the threshold.",
                (answerable, outcome) -> answerable && !outcome.answered()),
        ANSWERED(
                "Answered although the article does not say",
                "The probability was above the threshold, so a sentence was cited that does not answer.",
                (answerable, outcome) -> !answerable && outcome.answered());

        private final String title;
        private final String sentence;
        private final BiPredicate<Boolean, QuestionOutcome> holds;

        Kind(String title, String sentence, BiPredicate<Boolean, QuestionOutcome> holds) {
            this.title = title;
            this.sentence = sentence;
            this.holds = holds;
        }

        String title() {
            return title;
        }

        String sentence() {
            return sentence;
        }
    }

    /**
     * A question that went wrong.
     *
     * @param right a sentence that answers, or null where none does
     * @param first the sentence that was ranked first, or null where none was
     * @param rank of the first right sentence, 0 for none among the best ten
     * @param probability of an answer, as it was given
     */
    record Example(
            String question,
            @Nullable String right,
            @Nullable String first,
            int rank,
            double probability) {}

    private record Item(ArticleQuestions own, QuestionOutcome outcome) {}

    /** The questions of a data set that went wrong in one way. */
    static ErrorExamples of(Kind kind, QuestionComparison questions) {
        List<Item> wrong = new ArrayList<>();
        int index = 0;
        for (ArticleQuestions own : questions.set().articles()) {
            for (GoldQuestion gold : own.questions()) {
                QuestionOutcome outcome = questions.outcomes().get(index++);
                if (kind.holds.test(gold.answerable(), outcome)) {
                    wrong.add(new Item(own, outcome));
                }
            }
        }
        List<Example> examples = new ArrayList<>();
        int shown = Math.min(SHOWN, wrong.size());
        for (int number = 0; number < shown; number++) {
            examples.add(example(wrong.get(number * wrong.size() / shown), questions.set()));
        }
        return new ErrorExamples(kind, wrong.size(), examples);
    }

    private static Example example(Item item, QuestionSet set) {
        QuestionOutcome outcome = item.outcome();
        Article own = item.own().article();
        RightSentences right = new RightSentences(own, outcome.gold());
        return new Example(
                outcome.gold().text(),
                own.sentences().stream()
                        .filter(sentence -> right.include(own, sentence.span()))
                        .findFirst()
                        .map(own::textOf)
                        .orElse(null),
                outcome.ranked().isEmpty() ? null : textOf(outcome.ranked().getFirst(), item.own(), set),
                outcome.firstRightRank(),
                outcome.confidence());
    }

    private static String textOf(QuestionOutcome.Ranked ranked, ArticleQuestions own, QuestionSet set) {
        String article = ranked.article();
        Article from = article == null || article.equals(own.id())
                ? own.article()
                : set.articles().stream()
                        .filter(one -> article.equals(one.id()))
                        .findFirst()
                        .orElse(own)
                        .article();
        return ranked.place().of(from.text());
    }
}
