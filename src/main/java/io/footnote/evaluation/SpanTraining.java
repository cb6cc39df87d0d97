package io.footnote.evaluation;

import io.footnote.article.Article;
import io.footnote.article.Sentence;
import io.footnote.language.Span;
import io.footnote.retrieval.Examination;
import io.footnote.retrieval.SentenceRanker;
import io.footnote.retrieval.SpanChoice;
import io.footnote.retrieval.SpanWeights;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Learns which words of a sentence answer, from questions whose answer stands in their article word for word, or nearly.
 * The same questions give the same weights on one machine. Takes in one question at a time; then safe for
 * any number of threads.
 *
 * <p>Learned from are the stretches of the first sentence that a support is in. A question is passed over where no stretch
 * shares half of its words with an answer: the data set then words its answers freely.
 */
public final class SpanTraining {
    /** The least F1 that the best stretch must have with an answer. */
    private static final float NEARLY_VERBATIM = 0.5f;

    private final List<Example> examples = new ArrayList<>();
    private final Set<Asked> taken = new HashSet<>();

    /** A question on an article, as it is learned from. */
    record Example(Article article, SpanLogit.Choice choice) {}

    private record Asked(String articleId, String question) {}

    /** Whether a question has not been asked of an article before; it has been from now on. */
    boolean isNew(Article article, GoldQuestion gold) {
        return taken.add(new Asked(article.id(), gold.text()));
    }

    /** Takes in what {@link #look} saw. */
    void add(Example example) {
        examples.add(example);
    }

    /**
     * Looks at the words of the sentence that answers a question; nothing where there is nothing to learn.
     *
     * @param ranker reads the sentences; its own weights play no part
     * @param examination what the question was read for
     */
    static Optional<Example> look(SentenceRanker ranker, Examination examination, Article article, GoldQuestion gold) {
        Set<String> answers = answersTo(gold, article);
        Optional<Sentence> right = article.sentences().stream()
                .filter(sentence -> gold.support().stream().anyMatch(support -> support.isIn(article, sentence.span())))
                .findFirst();
        if (answers.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        SpanChoice choice = ranker.spans(examination.question(), article, right.get());
        int[][] flags = new int[choice.size()][];
        float[][] measures = new float[choice.size()][];
        float[] gains = new float[choice.size()];
        float most = 0;
        for (int index = 0; index < gains.length; index++) {
            flags[index] = choice.flags(index);
            measures[index] = choice.measures(index);
            for (String answer : answers) {
                gains[index] = Math.max(gains[index], (float) TokenOverlap.f1(choice.text(index), answer));
            }
            most = Math.max(most, gains[index]);
        }
        return most < NEARLY_VERBATIM
                ? Optional.empty()
                : Optional.of(new Example(article, new SpanLogit.Choice(flags, measures, gains)));
    }

    /** The answer, and the supports that are short enough to be answers themselves. */
    private static Set<String> answersTo(GoldQuestion gold, Article article) {
        Set<String> answers = new LinkedHashSet<>();
        if (gold.answerable() && gold.answer() != null) {
            answers.add(gold.answer());
            for (Support support : gold.support()) {
                if (support instanceof Support.Place(Span span)) {
                    String text = span.of(article.text());
                    if (WhiteSpace.collapse(text).split(" ").length <= SpanChoice.MOST_WORDS) {
                        answers.add(text);
                    }
                }
            }
        }
        return answers;
    }

    /** How many questions are learned from. */
    public int size() {
        return examples.size();
    }

    /** Learns from the questions on some articles; without any, all weights are 0. */
    public SpanWeights learn(Predicate<Article> which) {
        List<SpanLogit.Choice> choices = examples.stream()
                .filter(example -> which.test(example.article()))
                .map(Example::choice)
                .toList();
        return choices.isEmpty() ? SpanWeights.none() : SpanLogit.fit(choices);
    }
}
