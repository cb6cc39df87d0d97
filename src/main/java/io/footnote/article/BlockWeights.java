package io.footnote.article;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How much each measure of a block counts for its being part of the article: the weights of a logistic model. Learned
 * from pages whose body is known; the file that ships says which. Immutable.
 */
public final class BlockWeights {
    private static final String RESOURCE = "page-weights.txt";

    private final double[] weights;

    private BlockWeights(double[] weights) {
        this.weights = weights;
    }

    /**
     * Weights that were learned.
     *
     * @param weights one for each measure, in the order of {@link WebPage#measures}
     * @throws IllegalArgumentException when there are more or fewer, or one is not finite
     */
    public static BlockWeights of(double[] weights) {
        if (weights.length != BlockFeature.values().length
                || Arrays.stream(weights).anyMatch(weight -> !Double.isFinite(weight))) {
            throw new IllegalArgumentException("weights must be " + BlockFeature.values().length
                    + " finite numbers, got " + Arrays.toString(weights));
        }
        return new BlockWeights(weights.clone());
    }

    /**
     * The weights that ship with the program.
     *
     * @throws IllegalStateException when the build lacks them or they do not fit the program
     */
    public static BlockWeights shipped() {
        try (InputStream stream = BlockWeights.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("the program lacks its weights " + RESOURCE);
            }
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                return parse(reader.lines().toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the weights " + RESOURCE + " cannot be read", e);
        }
    }

    private static BlockWeights parse(List<String> lines) {
        double[] weights = new double[BlockFeature.values().length];
        int at = 0;
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split(" ", -1);
                if (parts.length != 2 || at == weights.length || !parts[0].equals(nameOf(BlockFeature.values()[at]))) {
                    throw new IllegalStateException(RESOURCE + " does not fit the program at: " + line);
                }
                weights[at++] = Double.parseDouble(parts[1]);
            }
        }
        if (at < weights.length) {
            throw new IllegalStateException(RESOURCE + " ends after " + at + " of " + weights.length + " weights");
        }
        return of(weights);
    }

    /** The weights as lines of a name and a number, as they ship. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (BlockFeature feature : BlockFeature.values()) {
            lines.add(nameOf(feature) + ' ' + String.format(Locale.ROOT, "%.4f", weights[feature.ordinal()]));
        }
        return lines;
    }

    private static String nameOf(BlockFeature feature) {
        return feature.name().toLowerCase(Locale.ROOT);
    }

    /** The log-odds that a block with these measures belongs to the article. */
    double logOdds(double[] measures) {
        double sum = 0;
        for (int index = 0; index < weights.length; index++) {
            sum += weights[index] * measures[index];
        }
        return sum;
    }
}
