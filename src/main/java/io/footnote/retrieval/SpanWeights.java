package io.footnote.retrieval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was learned of which words within a sentence answer a question: how much each flag and each measure of a stretch
 * counts. Immutable.
 *
 * <p>As text, a line each: {@code name weight}, {@code #} a comment. A weight that is not named is 0.
 */
public final class SpanWeights {
    /** How many parts an explanation names; the others are taken together. */
    private static final int MOST_PARTS = 15;

    private static final String RESOURCE = "span-weights.txt";

    private static final List<String> MEASURES =
            Arrays.stream(SpanFeature.values()).map(SpanFeature::label).toList();

    private final double[] flags;
    private final double[] measures;

    /**
     * @param flags a weight for each of {@link #flags}
     * @param measures a weight for each of {@link #measures}
     * @throws IllegalArgumentException when there are more or fewer
     */
    public SpanWeights(double[] flags, double[] measures) {
        if (flags.length != flags().size() || measures.length != measures().size()) {
            throw new IllegalArgumentException("weights must be " + flags().size() + " and "
                    + measures().size() + ", got " + flags.length + " and " + measures.length);
        }
        this.flags = flags.clone();
        this.measures = measures.clone();
    }

    /** Weights under which everything is equal. */
    public static SpanWeights none() {
        return new SpanWeights(new double[flags().size()], new double[measures().size()]);
    }

    /** The names of what is so or not so of a stretch, in the order of their weights. */
    public static List<String> flags() {
        return SpanFlags.NAMES;
    }

    /** The names of what is measured of a stretch, in the order of their weights. */
    public static List<String> measures() {
        return MEASURES;
    }

    /**
     * Those that ship with the program.
     *
     * @throws IllegalStateException when they are missing from the build
     */
    public static SpanWeights shipped() {
        return parse(WeightsFile.linesOf(RESOURCE));
    }

    /**
     * Reads weights.
     *
     * @throws IllegalArgumentException when a line is none, or names what is neither flag nor measure
     */
    public static SpanWeights parse(List<String> lines) {
        Map<String, Double> named = new HashMap<>();
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] words = line.split(" ");
                if (words.length != 2) {
                    throw new IllegalArgumentException("a line must be a name and its weight, got: " + line);
                }
                named.put(words[0], Double.parseDouble(words[1]));
            }
        }
        SpanWeights read = new SpanWeights(taken(flags(), named), taken(measures(), named));
        if (!named.isEmpty()) {
            throw new IllegalArgumentException("no flag or measure is called " + named.keySet());
        }
        return read;
    }

    private static double[] taken(List<String> names, Map<String, Double> named) {
        double[] weights = new double[names.size()];
        for (int index = 0; index < weights.length; index++) {
            Double weight = named.remove(names.get(index));
            weights[index] = weight == null ? 0 : weight;
        }
        return weights;
    }

    /** The weights as text, those that are not 0, each with four decimals. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        append(measures(), measures, lines);
        append(flags(), flags, lines);
        return lines;
    }

    private static void append(List<String> names, double[] weights, List<String> lines) {
        for (int index = 0; index < weights.length; index++) {
            if (weights[index] != 0) {
                lines.add(String.format(Locale.ROOT, "%s %.4f", names.get(index), weights[index]));
            }
        }
    }

    /** The score of a stretch: any number, higher is better. */
    double score(int[] set, float[] measured) {
        double sum = 0;
        for (int flag : set) {
            sum += flags[flag];
        }
        for (int index = 0; index < measured.length; index++) {
            sum += measures[index] * measured[index];
        }
        return sum;
    }

    /** Why a stretch has its {@link #score}: the greatest parts first. */
    Explanation explain(String what, int[] set, float[] measured) {
        List<Explanation> parts = new ArrayList<>();
        for (int flag : set) {
            parts.add(Explanation.of(flags().get(flag), 1, 1, flags[flag]));
        }
        for (int index = 0; index < measured.length; index++) {
            parts.add(Explanation.of(measures().get(index), measured[index], measured[index], measures[index]));
        }
        return Explanation.largestFirst(what, parts, MOST_PARTS);
    }
}
