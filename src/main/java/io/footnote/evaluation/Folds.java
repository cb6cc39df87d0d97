package io.footnote.evaluation;

import io.footnote.article.Article;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Parts of the articles of some data sets, so that what is learned from the others can be measured on each. An article
 * belongs to one fold, and so do articles that share a paragraph, whatever data set they are in. Immutable.
 */
public final class Folds {
    /** Shorter paragraphs are headings and the like, which articles share by chance. */
    private static final int SHORTEST_PARAGRAPH = 80;

    private final int count;
    private final Map<String, Integer> foldOf = new HashMap<>();

    private Folds(int count) {
        this.count = count;
    }

    /**
     * Divides the articles of question sets and the evidence of claims; which fold one is in depends on its text alone and on those it shares a
     * paragraph with.
     *
     * @param sets data sets; sets of sentences count for nothing
     * @param count how many folds, at least 2
     * @throws IllegalArgumentException when {@code count} is below 2
     */
    public static Folds of(List<DataSet> sets, int count) {
        if (count < 2) {
            throw new IllegalArgumentException("count must be at least 2, got " + count);
        }
        Groups groups = new Groups();
        for (DataSet set : sets) {
            if (set instanceof QuestionSet questions) {
                questions
                        .articles()
                        .forEach(article -> groups.add(
                                article.article().id(), article.article().text()));
            } else if (set instanceof ClaimSet claims) {
                claims.claims().forEach(claim -> groups.add(Article.idOf(claim.evidence()), claim.evidence()));
            }
        }
        Folds folds = new Folds(count);
        for (String article : groups.parents.keySet()) {
            CRC32 hash = new CRC32();
            hash.update(groups.root(article).getBytes(StandardCharsets.UTF_8));
            folds.foldOf.put(article, (int) (hash.getValue() % count));
        }
        return folds;
    }

    /** How many folds there are. */
    public int count() {
        return count;
    }

    /**
     * The fold of an article, from 0.
     *
     * @throws IllegalArgumentException when it is in none of the data sets
     */
    public int of(Article article) {
        return ofId(article.id());
    }

    /**
     * The fold of the evidence of a claim, from 0.
     *
     * @throws IllegalArgumentException when it is in none of the data sets
     */
    public int of(String evidence) {
        return ofId(Article.idOf(evidence));
    }

    private int ofId(String id) {
        Integer fold = foldOf.get(id);
        if (fold == null) {
            throw new IllegalArgumentException("text " + id + " was not divided");
        }
        return fold;
    }

    /** Articles united by shared paragraphs. A group is known by the least id in it, so that order does not matter. */
    private static final class Groups {
        private final Map<String, String> parents = new HashMap<>();
        private final Map<String, String> paragraphs = new HashMap<>();

        void add(String id, String text) {
            parents.putIfAbsent(id, id);
            text.lines()
                    .map(WhiteSpace::collapse)
                    .filter(paragraph -> paragraph.length() >= SHORTEST_PARAGRAPH)
                    .forEach(paragraph -> {
                        String other = paragraphs.putIfAbsent(Article.idOf(paragraph), id);
                        if (other != null) {
                            unite(root(other), root(id));
                        }
                    });
        }

        private void unite(String one, String other) {
            if (one.compareTo(other) < 0) {
                parents.put(other, one);
            } else {
                parents.put(one, other);
            }
        }

        String root(String article) {
            String root = article;
            for (String parent = parents.getOrDefault(root, root);
                    !parent.equals(root);
                    parent = parents.getOrDefault(root, root)) {
                root = parent;
            }
            return root;
        }
    }
}
