package io.footnote.grounding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * What was learned about support: decision trees over the features of a claim and its evidence, whose mean is the
 * probability that the evidence supports the claim, and the least probability that passes. Immutable.
 *
 * <p>As text, a line each: {@code least_of_few} and {@code least_of_text} with the bounds; then the trees, each from its
 * root, a branch before what is below and what is above it: {@code feature greatest-value-below} for a branch,
 * {@code = supported/claims} for a leaf. {@code #} opens a comment.
 */
public final class SupportForest {
    private static final String RESOURCE = "support-forest.txt";
    private static final String LEAST_OF_FEW = "least_of_few";
    private static final String LEAST_OF_TEXT = "least_of_text";
    private static final String LEAF = "=";

    /** A tree is no deeper, so that a file which is none cannot exhaust the stack. */
    private static final int DEEPEST = 200;

    private final List<DecisionTree> trees;
    private final double leastOfFew;
    private final double leastOfText;

    /**
     * @param trees what was learned; at least one
     * @param leastOfFew what is less probable, going by a few sentences, is refused; in [0, 1]
     * @param leastOfText the same going by a whole text
     * @throws IllegalArgumentException when there is no tree, or a bound is no probability
     */
    public SupportForest(List<DecisionTree> trees, double leastOfFew, double leastOfText) {
        if (trees.isEmpty()) {
            throw new IllegalArgumentException("there must be a tree");
        }
        if (!(leastOfFew >= 0 && leastOfFew <= 1 && leastOfText >= 0 && leastOfText <= 1)) {
            throw new IllegalArgumentException("bounds must be in [0, 1], got " + leastOfFew + " and " + leastOfText);
        }
        this.trees = List.copyOf(trees);
        this.leastOfFew = leastOfFew;
        this.leastOfText = leastOfText;
    }

    /** Trees that refuse nothing by themselves. */
    public SupportForest(List<DecisionTree> trees) {
        this(trees, 0, 0);
    }

    /** The probability, in [0, 1], that evidence with these features supports its claim. */
    public double probability(double[] features) {
        double sum = 0;
        for (DecisionTree tree : trees) {
            sum += tree.share(features);
        }
        return sum / trees.size();
    }

    /** What is less probable is refused. @param text whether the evidence is a whole text */
    double least(boolean text) {
        return text ? leastOfText : leastOfFew;
    }

    /** The names of the features that branches decide by, in the order of their values. */
    public static List<String> features() {
        return SupportFeatures.names();
    }

    /** Those that ship with the program. @throws IllegalStateException when they are missing from the build */
    public static SupportForest shipped() {
        try (InputStream stream = SupportForest.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("the program lacks its trees " + RESOURCE);
            }
            return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("the trees " + RESOURCE + " cannot be read", e);
        }
    }

    /**
     * Reads trees.
     *
     * @throws IllegalArgumentException when a line is none, names what is no feature, or the last tree is not finished
     */
    public static SupportForest parse(List<String> lines) {
        Iterator<String> said = lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .iterator();
        double few = bound(LEAST_OF_FEW, said);
        double text = bound(LEAST_OF_TEXT, said);
        List<DecisionTree> trees = new ArrayList<>();
        while (said.hasNext()) {
            trees.add(tree(said, 0));
        }
        return new SupportForest(trees, few, text);
    }

    private static double bound(String name, Iterator<String> lines) {
        String[] words = next(lines);
        if (!words[0].equals(name)) {
            throw new IllegalArgumentException("a line must be " + name + " and its value, got: " + words[0]);
        }
        return Double.parseDouble(words[1]);
    }

    private static DecisionTree tree(Iterator<String> lines, int depth) {
        String[] words = next(lines);
        if (words[0].equals(LEAF)) {
            String[] counts = words[1].split("/", 2);
            return new DecisionTree.Leaf(Integer.parseInt(counts[0]), Integer.parseInt(counts[counts.length - 1]));
        }
        int feature = features().indexOf(words[0]);
        if (feature < 0 || depth == DEEPEST) {
            throw new IllegalArgumentException("a line must be a feature and a value, in a tree no deeper than "
                    + DEEPEST + ", got: " + words[0] + " " + words[1]);
        }
        DecisionTree below = tree(lines, depth + 1);
        return new DecisionTree.Branch(feature, Double.parseDouble(words[1]), below, tree(lines, depth + 1));
    }

    private static String[] next(Iterator<String> lines) {
        String line = lines.hasNext() ? lines.next() : "";
        String[] words = line.split(" ", -1);
        if (words.length != 2) {
            throw new IllegalArgumentException("a line must be a name and a value, got: " + line);
        }
        return words;
    }

    /** The trees as text, which gives the same trees again. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%s %.2f", LEAST_OF_FEW, leastOfFew));
        lines.add(String.format(Locale.ROOT, "%s %.2f", LEAST_OF_TEXT, leastOfText));
        for (DecisionTree tree : trees) {
            lines.add("");
            write(tree, lines);
        }
        return lines;
    }

    private static void write(DecisionTree tree, List<String> lines) {
        switch (tree) {
            case DecisionTree.Leaf leaf -> lines.add(LEAF + " " + leaf.supported() + "/" + leaf.claims());
            case DecisionTree.Branch branch -> {
                lines.add(features().get(branch.feature()) + " " + branch.most());
                write(branch.below(), lines);
                write(branch.above(), lines);
            }
        }
    }
}
