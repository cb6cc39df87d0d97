package io.footnote.answer;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.footnote.article.Article;
import io.footnote.article.Sentence;
import io.footnote.grounding.CheckedStatement;
import io.footnote.grounding.Citation;
import io.footnote.grounding.CitationGate;
import io.footnote.grounding.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Gives an article in three to five of its own sentences. A sentence counts by how central it is among the others
 * (LexRank: Erkan and Radev, 2004) and how many of the words that the article keeps returning to it has (after Nenkova and
 * Vanderwende, 2005, <i>The impact of frequency on summarization</i>), how near it is to the headline, and how early it comes, since news tells first what
 * matters most; each time the best of those is taken that is least like what was taken before (maximal marginal
 * relevance: Carbonell and Goldstein, 1998). Sentences that lean on what stands before them are passed over while others
 * are left. Every statement goes through the gate. Safe for any number of threads if the encoder is.
 */
public final class Summarizer {
    /** The fewest statements, where the article has so many. */
    public static final int FEWEST = 3;

    /** The most statements. */
    public static final int MOST = 5;

    /** How many sentences of an article are considered: its first. */
    public static final int MAX_SENTENCES = 400;

    /** One statement more for so many sentences. */
    private static final int SENTENCES_A_STATEMENT = 8;

    private static final int FEWEST_WORDS = 10;
    private static final int MOST_WORDS = 60;
    private static final double DAMPING = 0.85;
    private static final int ROUNDS = 50;

    /** After so many sentences more, coming early counts for .7 of what it does at the first. */
    private static final double EARLY = 1;

    /** How much nearness to the headline counts, and 2 less that how much coming early does: features begin far off. */
    private static final double NEAR = 1.3;

    /** How much likeness to what was taken before counts against a sentence. */
    private static final double DIVERSITY = 0.4;

    /** Shorter words are mostly such as an article has anyway. */
    private static final int SHORTEST_WORD = 4;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    /** Openings that say something only after the sentence before, and sentences of somebody speaking. */
    private static final Pattern LEANING = Pattern.compile(
            "^[\"“”‘’']|^(?:he|she|it|they|we|i|you|his|her|its|their|our|my|this|that|these|those|such|here|there|then"
                    + "|so|or|yet|also|however|instead|still|nor|both|another|others?|one of them|an additional"
                    + "|by contrast|for example|for instance|in addition|as a result|because of this"
                    + "|(?:but|and),? (?:he|she|it|they|we|i|you|this|that|these|those|then|there))\\b"
                    + "|\\?[\"”’']?$",
            Pattern.CASE_INSENSITIVE);

    /** What points out of a sentence without opening it: it may still be understood, though less well. */
    private static final Pattern POINTING = Pattern.compile(
            "\\b(?:those|these|such)\\s+\\p{L}+|\\bthat[’']s\\b|\\bthat is\\b|^[^,]{1,40}, (?:he|she|they)\\b"
                    + "|\\bmust also\\b|\\bis also\\b|\\bare also\\b",
            Pattern.CASE_INSENSITIVE);

    /** How much that counts against it. */
    private static final double POINTING_COSTS = 0.15;

    private final Function<String, float[]> encoder;
    private final CitationGate gate;

    /**
     * @param encoder gives the vector of a sentence, of length 1
     * @param gate judges every statement
     */
    public Summarizer(Function<String, float[]> encoder, CitationGate gate) {
        this.encoder = encoder;
        this.gate = gate;
    }

    /**
     * An article in a few cited sentences. Immutable.
     *
     * @param statements each supported, in the article's order; none where the article has no citable sentence
     * @param sources the sentence that each rests on, in the same order, numbered from 1
     */
    public record Summary(List<CheckedStatement> statements, List<Source> sources) {
        /** Makes the lists immutable. */
        public Summary {
            statements = List.copyOf(statements);
            sources = List.copyOf(sources);
        }
    }

    /** The summary of an article. */
    public Summary summarize(Article article) {
        List<Sentence> sentences = article.sentences().stream()
                .filter(Sentence::citable)
                .limit(MAX_SENTENCES)
                .toList();
        List<String> texts = sentences.stream()
                .map(sentence -> WHITE_SPACE.matcher(article.textOf(sentence)).replaceAll(" "))
                .toList();
        List<CheckedStatement> statements = new ArrayList<>();
        List<Source> sources = new ArrayList<>();
        for (int index : chosen(article.title(), texts)) {
            Sentence sentence = sentences.get(index);
            Statement statement =
                    new Statement(texts.get(index), List.of(new Citation(article.id(), sentence.number())));
            CheckedStatement checked = gate.check(statement, List.of(article));
            if (checked.supported()) {
                statements.add(checked);
                sources.add(Source.of(sources.size() + 1, article, sentence));
            }
        }
        return new Summary(statements, sources);
    }

    /** The indices of the sentences chosen, ascending. */
    private List<Integer> chosen(String headline, List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        float[][] vectors = texts.parallelStream().map(encoder).toArray(float[][]::new);
        double[][] likeness = new double[texts.size()][texts.size()];
        for (int one = 0; one < vectors.length; one++) {
            for (int other = 0; other < vectors.length; other++) {
                likeness[one][other] = cosine(vectors[one], vectors[other]);
            }
        }
        double[] worth = worth(headline, texts, vectors, likeness);
        int wanted = Math.clamp(texts.size() / SENTENCES_A_STATEMENT + 1, FEWEST, MOST);
        List<Integer> order = new ArrayList<>(IntStream.range(0, texts.size())
                .boxed()
                .filter(index -> standsAlone(texts.get(index)))
                .toList());
        List<Integer> taken = new ArrayList<>();
        take(order, wanted, worth, likeness, taken);
        if (taken.size() < wanted) {
            List<Integer> others = new ArrayList<>(IntStream.range(0, texts.size())
                    .boxed()
                    .filter(index -> !taken.contains(index))
                    .toList());
            take(others, wanted, worth, likeness, taken);
        }
        return taken.stream().sorted().toList();
    }

    private static boolean standsAlone(String text) {
        int words = WHITE_SPACE.split(text).length;
        return words >= FEWEST_WORDS
                && words <= MOST_WORDS
                && !LEANING.matcher(text).find();
    }

    private static void take(List<Integer> from, int wanted, double[] worth, double[][] likeness, List<Integer> taken) {
        while (taken.size() < wanted && !from.isEmpty()) {
            Integer best = from.stream()
                    .max(Comparator.comparingDouble((Integer index) -> (1 - DIVERSITY) * worth[index]
                                    - DIVERSITY
                                            * taken.stream()
                                                    .mapToDouble(other -> likeness[index][other])
                                                    .max()
                                                    .orElse(0))
                            .thenComparing(Comparator.reverseOrder()))
                    .orElseThrow();
            taken.add(best);
            from.remove(best);
        }
    }

    /** The mean of centrality, nearness to the headline and earliness, each in [0, 1], less what pointing out costs. */
    private double[] worth(String headline, List<String> texts, float[][] vectors, double[][] likeness) {
        float[] title = encoder.apply(headline);
        double[] central = scaled(centrality(likeness));
        double[] topical = scaled(topical(texts));
        double[] near = scaled(IntStream.range(0, vectors.length)
                .mapToDouble(index -> cosine(title, vectors[index]))
                .toArray());
        double[] worth = new double[vectors.length];
        for (int index = 0; index < worth.length; index++) {
            double early = 1 / Math.sqrt(1 + index / EARLY);
            worth[index] = ((central[index] + topical[index]) / 2 + NEAR * near[index] + (2 - NEAR) * early) / 3
                    - (POINTING.matcher(texts.get(index)).find() ? POINTING_COSTS : 0);
        }
        return worth;
    }

    /** How often the words of each sentence come in the article, those that come once left out. */
    private static double[] topical(List<String> texts) {
        List<Set<String>> words = texts.stream().map(Summarizer::words).toList();
        Map<String, Long> sentencesWith =
                words.stream().flatMap(Set::stream).collect(groupingBy(word -> word, counting()));
        return words.stream()
                .mapToDouble(one -> one.stream()
                        .mapToLong(sentencesWith::get)
                        .filter(count -> count > 1)
                        .mapToDouble(Math::log)
                        .sum())
                .toArray();
    }

    private static Set<String> words(String text) {
        return BETWEEN_WORDS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .collect(toSet());
    }

    /** The stationary probability of a walk from sentence to sentence, more often to those that are more alike. */
    private static double[] centrality(double[][] likeness) {
        int count = likeness.length;
        double mean = IntStream.range(0, count)
                .mapToDouble(row -> IntStream.range(0, count)
                        .mapToDouble(column -> likeness[row][column])
                        .average()
                        .orElse(0))
                .average()
                .orElse(0);
        double[][] steps = new double[count][count];
        for (int row = 0; row < count; row++) {
            double sum = 0;
            for (int column = 0; column < count; column++) {
                // this encoder finds any two sentences rather alike: what is below the mean says nothing
                steps[row][column] = row == column ? 0 : Math.max(0, likeness[row][column] - mean);
                sum += steps[row][column];
            }
            for (int column = 0; column < count; column++) {
                steps[row][column] = sum == 0 ? 1.0 / count : steps[row][column] / sum;
            }
        }
        double[] rank = new double[count];
        Arrays.fill(rank, 1.0 / count);
        for (int round = 0; round < ROUNDS; round++) {
            double[] next = new double[count];
            for (int row = 0; row < count; row++) {
                for (int column = 0; column < count; column++) {
                    next[column] += DAMPING * rank[row] * steps[row][column];
                }
            }
            for (int column = 0; column < count; column++) {
                next[column] += (1 - DAMPING) / count;
            }
            rank = next;
        }
        return rank;
    }

    private static double[] scaled(double[] values) {
        double least = IntStream.range(0, values.length)
                .mapToDouble(index -> values[index])
                .min()
                .orElse(0);
        double greatest = IntStream.range(0, values.length)
                .mapToDouble(index -> values[index])
                .max()
                .orElse(0);
        double[] scaled = new double[values.length];
        for (int index = 0; index < values.length; index++) {
            scaled[index] = greatest > least ? (values[index] - least) / (greatest - least) : 0;
        }
        return scaled;
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int index = 0; index < one.length; index++) {
            sum += one[index] * other[index];
        }
        return sum;
    }
}
