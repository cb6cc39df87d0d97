package io.footnote.evaluation;

import io.footnote.article.Article;
import io.footnote.article.Sentence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Articles as many as wanted for measuring how fast a library takes them in: each a headline and sentences drawn from
 * data sets at hand. No two are nearly the same, because each draws anew from a large pool. Safe for any number of
 * threads.
 */
public final class MadeArticles {
    /** From how many different sentences on two articles hardly ever have a run of words in common. */
    public static final int FEWEST_SENTENCES = 1_000;

    private static final int SENTENCES = 20;
    private static final int PARAGRAPH = 4;

    private final List<String> pool;
    private final long seed;

    /**
     * @param sets bring the sentences
     * @param seed the same gives the same articles
     * @throws DataSetException when they have fewer than {@value #FEWEST_SENTENCES} different sentences
     */
    public MadeArticles(List<DataSet> sets, long seed) {
        this.pool = sentences(sets);
        this.seed = seed;
        if (pool.size() < FEWEST_SENTENCES) {
            throw new DataSetException(
                    "The data sets have " + pool.size() + " sentences in their articles, too few to make articles of: "
                            + FEWEST_SENTENCES + " are needed; name more sets of questions.",
                    null);
        }
    }

    private static List<String> sentences(List<DataSet> sets) {
        Set<String> different = new LinkedHashSet<>();
        for (DataSet set : sets) {
            if (set instanceof QuestionSet questions) {
                for (ArticleQuestions of : questions.articles()) {
                    Article article = of.article();
                    article.sentences().stream()
                            .filter(Sentence::citable)
                            .map(sentence -> article.textOf(sentence).replaceAll("\\s+", " "))
                            .forEach(different::add);
                }
            }
        }
        return List.copyOf(different);
    }

    /**
     * The text of an article.
     *
     * @param number from 1; each number is another article
     */
    public String text(int number) {
        Random random = new Random(seed * 31 + number);
        List<Integer> drawn = new ArrayList<>();
        while (drawn.size() < Math.min(SENTENCES, pool.size())) {
            int index = random.nextInt(pool.size());
            if (!drawn.contains(index)) {
                drawn.add(index);
            }
        }
        Collections.shuffle(drawn, random);
        StringBuilder text = new StringBuilder("Report number ").append(number).append("\n\n");
        for (int place = 0; place < drawn.size(); place++) {
            text.append(pool.get(drawn.get(place))).append(place % PARAGRAPH == PARAGRAPH - 1 ? "\n\n" : " ");
        }
        return text.toString();
    }
}
