package io.footnote.retrieval;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was learned: how much each feature usually varies among the sentences that a question is asked of, how much it
 * counts for a sentence's rank, and each signal of a question for the probability of an answer. Immutable.
 *
 * <p>As text, a line each: {@code [deviation]}, {@code [ranking]} or {@code [answerability]} opens a part, {@code name weight} is a weight,
 * {@code #} a comment. A weight that is not named is 0.
 */
public final class RankingWeights {
    private static final String RESOURCE = "ranking-weights.txt";
    /** How many signals an explanation names; the others are taken together. */
    private static final int MOST_SIGNALS = 15;

    private static final String DEVIATION = "[deviation]";
    private static final String RANKING = "[ranking]";
    private static final String ANSWERABILITY = "[answerability]";

    private final Scaling scaling;
    private final double[] ranking;
    private final double[] answerability;

    /**
     * @param deviation the usual deviation of each of {@link #features} ({@link Examination#usualDeviations})
     * @param ranking a weight for each of {@link #features}
     * @param answerability a weight for each of {@link #signals}
     * @throws IllegalArgumentException when there are more or fewer, or one is not finite
     */
    public RankingWeights(double[] deviation, double[] ranking, double[] answerability) {
        this.scaling = new Scaling(checked("deviation", deviation, features().size()));
        this.ranking = checked("ranking", ranking, features().size());
        this.answerability = checked("answerability", answerability, signals().size());
    }

    private static double[] checked(String name, double[] weights, int size) {
        if (weights.length != size) {
            throw new IllegalArgumentException(name + " must have " + size + " weights, got " + weights.length);
        }
        for (double weight : weights) {
            if (!Double.isFinite(weight)) {
                throw new IllegalArgumentException(name + " must be finite, got " + weight);
            }
        }
        return weights.clone();
    }

    /** Weights under which everything is equal. */
    public static RankingWeights none() {
        int features = features().size();
        return new RankingWeights(
                new double[features], new double[features], new double[signals().size()]);
    }

    /** The names of the features of a sentence, in the order of their weights. */
    public static List<String> features() {
        return Scaling.NAMES;
    }

    /** The names of the signals of a question, in the order of their weights. */
    public static List<String> signals() {
        return Signals.NAMES;
    }

    /**
     * Those that ship with the program.
     *
     * @throws IllegalStateException when they are missing from the build
     */
    public static RankingWeights shipped() {
        return parse(WeightsFile.linesOf(RESOURCE));
    }

    /**
     * Reads weights.
     *
     * @throws IllegalArgumentException when a line is none, or names what is no feature or signal
     */
    public static RankingWeights parse(List<String> lines) {
        Map<String, double[]> parts = new LinkedHashMap<>();
        parts.put(DEVIATION, new double[features().size()]);
        parts.put(RANKING, new double[features().size()]);
        parts.put(ANSWERABILITY, new double[signals().size()]);
        String part = "";
        for (String line : lines) {
            if (parts.containsKey(line)) {
                part = line;
            } else if (!line.isBlank() && !line.startsWith("#")) {
                List<String> names = part.equals(ANSWERABILITY) ? signals() : features();
                String[] words = line.split(" ");
                int index = words.length == 2 ? names.indexOf(words[0]) : -1;
                double[] weights = parts.get(part);
                if (index < 0 || weights == null) {
                    throw new IllegalArgumentException("a line must be a name and its weight, got: " + line);
                }
                weights[index] = Double.parseDouble(words[1]);
            }
        }
        double[] none = {};
        return new RankingWeights(
                parts.getOrDefault(DEVIATION, none),
                parts.getOrDefault(RANKING, none),
                parts.getOrDefault(ANSWERABILITY, none));
    }

    /** The weights as text, each with six decimals. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(DEVIATION);
        append(features(), scaling.usual(), lines);
        lines.add("");
        lines.add(RANKING);
        append(features(), ranking, lines);
        lines.add("");
        lines.add(ANSWERABILITY);
        append(signals(), answerability, lines);
        return lines;
    }

    private static void append(List<String> names, double[] weights, List<String> lines) {
        for (int index = 0; index < weights.length; index++) {
            lines.add(String.format(Locale.ROOT, "%s %.6f", names.get(index), weights[index]));
        }
    }

    /**
     * The same with another ranking.
     *
     * @param deviation the usual deviation of each of {@link #features}
     * @param ranking a weight for each of {@link #features}
     */
    public RankingWeights withRanking(double[] deviation, double[] ranking) {
        return new RankingWeights(deviation, ranking, answerability);
    }

    /** The same with another probability of an answer. @param answerability a weight for each of {@link #signals} */
    public RankingWeights withAnswerability(double[] answerability) {
        return new RankingWeights(scaling.usual(), ranking, answerability);
    }

    /** How features are scaled before they are weighed. */
    Scaling scaling() {
        return scaling;
    }

    /** The score of a sentence with these scaled features: any number, higher is better. */
    double score(double[] features) {
        return product(ranking, features);
    }

    /** The probability of an answer to a question with these signals. */
    double probability(double[] signals) {
        return 1 / (1 + Math.exp(-product(answerability, signals)));
    }

    /** Why a sentence with these features has its {@link #score}: features of a kind together. */
    Explanation explainScore(String what, double[] features, double[] scaled) {
        Map<Feature.Group, List<Explanation>> groups = new EnumMap<>(Feature.Group.class);
        for (Feature feature : Feature.values()) {
            int index = feature.ordinal();
            groups.computeIfAbsent(feature.group(), group -> new ArrayList<>())
                    .add(Explanation.of(feature.label(), features[index], scaled[index], ranking[index]));
        }
        return Explanation.sum(
                what,
                groups.entrySet().stream()
                        .map(group -> Explanation.sum(group.getKey().label(), group.getValue()))
                        .toList());
    }

    /** Why a question with these signals has its {@link #probability}: what its log-odds are the sum of. */
    Explanation explainProbability(double[] signals) {
        List<Explanation> parts = new ArrayList<>();
        for (int index = 0; index < signals.length; index++) {
            parts.add(Explanation.of(signals().get(index), signals[index], signals[index], answerability[index]));
        }
        return Explanation.largestFirst("probability that the article answers, as log-odds", parts, MOST_SIGNALS);
    }

    private static double product(double[] weights, double[] values) {
        double sum = 0;
        for (int index = 0; index < weights.length; index++) {
            sum += weights[index] * values[index];
        }
        return sum;
    }
}
