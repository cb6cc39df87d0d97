package io.footnote.retrieval;

import io.footnote.article.Sentence;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A sentence and how well it matches a question. Immutable.
 *
 * @param articleId the article's id
 * @param sentence the sentence in that article
 * @param rank its place among the sentences ranked, from 1
 * @param score what the ranking went by; higher is better, comparable within one ranking only
 * @param features what the score was made of, by name
 */
public record RankedSentence(
        String articleId, Sentence sentence, int rank, double score, SortedMap<String, Double> features) {

    /** @throws IllegalArgumentException when {@code rank} is below 1 or {@code score} is not finite */
    public RankedSentence {
        if (rank < 1) {
            throw new IllegalArgumentException("rank must be at least 1, got " + rank);
        }
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException("score must be finite, got " + score);
        }
        features = Collections.unmodifiableSortedMap(new TreeMap<>(features));
    }

    /**
     * The value of one feature.
     *
     * @throws IllegalArgumentException when the score was not made of it
     */
    public double feature(String name) {
        Double value = features.get(name);
        if (value == null) {
            throw new IllegalArgumentException("feature must be one of " + features.keySet() + ", got " + name);
        }
        return value;
    }
}
