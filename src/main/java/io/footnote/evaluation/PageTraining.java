package io.footnote.evaluation;

import io.footnote.article.BlockWeights;
import io.footnote.article.WebPage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Learns which blocks of a page are its article. A block is one when its words are a line of the article, or most of its
 * shingles are in it; a long block counts up to three times. For one thread.
 */
public final class PageTraining {
    private static final double PENALTY = 50;
    private static final int WORDS_PER_WEIGHT = 20;
    private static final int MOST_WEIGHT = 3;

    private final List<Example> examples = new ArrayList<>();

    private record Example(GoldPage page, List<double[]> rows, List<Boolean> labels) {}

    /** Takes a page along; its file is read now. */
    public void add(GoldPage page) {
        WebPage parsed = GoldPages.parse(page);
        Shingles article = new Shingles(page.body());
        Set<String> lines = new HashSet<>();
        page.body().lines().map(Shingles::words).forEach(lines::add);
        List<double[]> rows = new ArrayList<>();
        List<Boolean> labels = new ArrayList<>();
        for (int block = 0; block < parsed.blockCount(); block++) {
            String words = Shingles.words(parsed.blockText(block));
            if (!words.isEmpty()) {
                boolean label = lines.contains(words) || isMostlyIn(words, article);
                int count = words.split(" ", -1).length / WORDS_PER_WEIGHT;
                for (int copy = 0; copy < Math.max(1, Math.min(MOST_WEIGHT, count)); copy++) {
                    rows.add(parsed.measures(block));
                    labels.add(label);
                }
            }
        }
        examples.add(new Example(page, rows, labels));
    }

    private static boolean isMostlyIn(String words, Shingles article) {
        Shingles block = new Shingles(words);
        return words.split(" ", -1).length > Shingles.WORDS && 2 * block.known(article) > block.size();
    }

    /**
     * The weights learned from some of the pages.
     *
     * @param taken says which
     * @throws IllegalArgumentException when it takes none
     */
    public BlockWeights learn(Predicate<GoldPage> taken) {
        List<double[]> rows = new ArrayList<>();
        List<Boolean> labels = new ArrayList<>();
        for (Example example : examples) {
            if (taken.test(example.page())) {
                rows.addAll(example.rows());
                labels.addAll(example.labels());
            }
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("there is no page to learn from");
        }
        return BlockWeights.of(LogisticRegression.fit(rows, labels, PENALTY));
    }
}
