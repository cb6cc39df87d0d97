package io.footnote.grounding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was learned about support: how much each feature of a claim and its evidence counts for the log-odds that the
 * evidence supports it. Immutable.
 *
 * <p>As text, a line each: {@code name weight}; {@code #} opens a comment; {@code constant} is what is added in any case,
 * {@code least_of_few} and {@code least_of_text} the least probability that passes.
 * A weight that is not named is 0.
 */
public final class SupportWeights {
    private static final String RESOURCE = "support-weights.txt";
    private static final String CONSTANT = "constant";
    private static final String LEAST_OF_FEW = "least_of_few";
    private static final String LEAST_OF_TEXT = "least_of_text";

    private final double[] weights;
    private final double leastOfFew;
    private final double leastOfText;

    /**
     * @param weights the constant, then a weight for each of {@link #features}
     * @param leastOfFew what is less probable, going by a few sentences, is refused; in [0, 1]
     * @param leastOfText the same going by a whole text
     * @throws IllegalArgumentException when there are more or fewer, one is not finite, or a bound is no probability
     */
    public SupportWeights(double[] weights, double leastOfFew, double leastOfText) {
        if (!(leastOfFew >= 0 && leastOfFew <= 1 && leastOfText >= 0 && leastOfText <= 1)) {
            throw new IllegalArgumentException("bounds must be in [0, 1], got " + leastOfFew + " and " + leastOfText);
        }

        if (weights.length != features().size() + 1) {
            throw new IllegalArgumentException(
                    "weights must be " + (features().size() + 1) + ", got " + weights.length);
        }
        for (double weight : weights) {
            if (!Double.isFinite(weight)) {
                throw new IllegalArgumentException("weights must be finite, got " + weight);
            }
        }
        this.weights = weights.clone();
        this.leastOfFew = leastOfFew;
        this.leastOfText = leastOfText;
    }

    /** Weights that refuse nothing by themselves. */
    public SupportWeights(double[] weights) {
        this(weights, 0, 0);
    }

    /** What is less probable is refused. @param text whether the evidence is a whole text */
    double least(boolean text) {
        return text ? leastOfText : leastOfFew;
    }

    /** The names of the features, in the order of their weights. */
    public static List<String> features() {
        return SupportFeatures.names();
    }

    /** Those that ship with the program. @throws IllegalStateException when they are missing from the build */
    public static SupportWeights shipped() {
        try (InputStream stream = SupportWeights.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("the program lacks its weights " + RESOURCE);
            }
            return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("the weights " + RESOURCE + " cannot be read", e);
        }
    }

    /**
     * Reads weights.
     *
     * @throws IllegalArgumentException when a line is none, or names what is no feature
     */
    public static SupportWeights parse(List<String> lines) {
        Map<String, Integer> places = new HashMap<>(Map.of(CONSTANT, 0));
        for (int index = 0; index < features().size(); index++) {
            places.put(features().get(index), index + 1);
        }
        places.put(LEAST_OF_FEW, places.size());
        places.put(LEAST_OF_TEXT, places.size());
        double[] weights = new double[places.size()];
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] words = line.split(" ");
                Integer place = words.length == 2 ? places.get(words[0]) : null;
                if (place == null) {
                    throw new IllegalArgumentException("a line must be a feature and its weight, got: " + line);
                }
                weights[place] = Double.parseDouble(words[1]);
            }
        }
        int count = features().size() + 1;
        return new SupportWeights(Arrays.copyOf(weights, count), weights[count], weights[count + 1]);
    }

    /** The weights as text, each with six decimals. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int index = 0; index < weights.length; index++) {
            String name = index == 0 ? CONSTANT : features().get(index - 1);
            lines.add(String.format(Locale.ROOT, "%s %.6f", name, weights[index]));
        }
        lines.add(String.format(Locale.ROOT, "%s %.2f", LEAST_OF_FEW, leastOfFew));
        lines.add(String.format(Locale.ROOT, "%s %.2f", LEAST_OF_TEXT, leastOfText));
        return lines;
    }

    /** The probability, in (0, 1), that evidence with these features supports its claim. */
    public double probability(double[] features) {
        double sum = weights[0];
        for (int index = 0; index < features.length; index++) {
            sum += weights[index + 1] * features[index];
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
