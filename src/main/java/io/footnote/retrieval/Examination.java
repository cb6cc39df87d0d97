package io.footnote.retrieval;

import io.footnote.article.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A question and the sentences that may answer it, each with its features, before anything is weighed. Immutable by
 * convention: the arrays are not to be changed.
 */
public final class Examination {
    private final ReadQuestion question;
    private final List<Candidate> candidates;
    private final double[][] features;

    /** @param features of each candidate, in the order of {@link Feature} */
    Examination(ReadQuestion question, List<Candidate> candidates, double[][] features) {
        this.question = question;
        this.candidates = List.copyOf(candidates);
        this.features = features;
    }

    /** How many sentences there are. */
    public int size() {
        return candidates.size();
    }

    /** The question as it was read. */
    public ReadQuestion question() {
        return question;
    }

    /** The id of the article that a sentence is of, by index from 0. */
    public String articleId(int index) {
        return candidates.get(index).member().article().id();
    }

    /** A sentence, by index from 0. */
    public Sentence sentence(int index) {
        return candidates.get(index).member().sentence();
    }

    /**
     * The features of each sentence as they are weighed, in the order of {@link RankingWeights#features}.
     *
     * @param deviations what is usual for each feature ({@link #usualDeviations})
     */
    public double[][] features(double[] deviations) {
        return new Scaling(deviations).scaled(features);
    }

    /** How much each feature usually varies among the sentences of one examination, in the order of the features. */
    public static double[] usualDeviations(List<Examination> examinations) {
        return Scaling.usualOf(examinations.stream().map(one -> one.features).toList());
    }

    /**
     * What speaks for and against the question being answered, in the order of {@link RankingWeights#signals}.
     *
     * @param weights say which sentence is the best
     */
    public double[] signals(RankingWeights weights) {
        return Signals.of(question.words(), features, scores(weights));
    }

    /** The words of the question that are nowhere in the articles, in their order. */
    List<String> missing() {
        return question.words().content().stream()
                .filter(word -> word.frequency() == 0)
                .map(QuestionWords.Word::written)
                .toList();
    }

    /**
     * The best sentences, best first. The score is the probability that a sentence is the one that answers, if one
     * does: the softmax of the weighed features.
     */
    List<RankedSentence> ranked(RankingWeights weights, int limit) {
        double[] scores = scores(weights);
        double greatest = IntStream.range(0, size())
                .mapToDouble(index -> scores[index])
                .max()
                .orElse(0);
        double sum = 0;
        for (double score : scores) {
            sum += Math.exp(score - greatest);
        }
        List<Integer> order = IntStream.range(0, size())
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(index -> -scores[index])
                        .thenComparing(this::articleId)
                        .thenComparing(index -> sentence(index).number()))
                .limit(limit)
                .toList();
        List<RankedSentence> ranked = new ArrayList<>(order.size());
        for (int index : order) {
            ranked.add(new RankedSentence(
                    articleId(index),
                    sentence(index),
                    ranked.size() + 1,
                    Math.exp(scores[index] - greatest) / sum,
                    named(features[index])));
        }
        return ranked;
    }

    /** Why the best of some ranked sentences have their scores. @param most how many to explain */
    List<Explanation> explain(RankingWeights weights, List<RankedSentence> ranked, int most) {
        double[][] scaled = weights.scaling().scaled(features);
        return ranked.stream()
                .limit(most)
                .map(sentence -> {
                    int index = indexOf(sentence);
                    return weights.explainScore("score of rank " + sentence.rank(), features[index], scaled[index]);
                })
                .toList();
    }

    private int indexOf(RankedSentence ranked) {
        return IntStream.range(0, size())
                .filter(index -> articleId(index).equals(ranked.articleId())
                        && sentence(index).equals(ranked.sentence()))
                .findFirst()
                .orElseThrow();
    }

    private double[] scores(RankingWeights weights) {
        double[][] scaled = weights.scaling().scaled(features);
        double[] scores = new double[size()];
        for (int index = 0; index < scores.length; index++) {
            scores[index] = weights.score(scaled[index]);
        }
        return scores;
    }

    private static SortedMap<String, Double> named(double[] features) {
        SortedMap<String, Double> named = new TreeMap<>();
        for (Feature feature : Feature.values()) {
            named.put(feature.label(), features[feature.ordinal()]);
        }
        return named;
    }
}
