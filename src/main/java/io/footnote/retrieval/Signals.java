package io.footnote.retrieval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * What speaks for and against a question being answered by the articles: how far the best sentence stands out, its own
 * features, the greatest of some features over all sentences, the question's words that are nowhere, and what is asked
 * for with whether it is offered.
 */
final class Signals {
    /** The signals whose products count as well: what one means depends on the others. */
    private static final List<String> CROSSED = List.of(
            "score",
            "share",
            "best_maxsim_all",
            "best_maxsim_unmet",
            "any_maxsim_weakest",
            "best_coverage",
            "best_numbers",
            "best_names_around",
            "best_negation",
            "absent_words",
            "words");

    /** What can be asked for; all that is counted is one kind, because few ask for money or a share. */
    private static final List<String> KINDS =
            Arrays.stream(QuestionType.values()).map(Signals::kindOf).distinct().toList();

    /** What the signals are called, in their order. */
    static final List<String> NAMES = names();

    /** Where the signals whose products count stand among all. */
    private static final int[] CROSSED_AT =
            CROSSED.stream().mapToInt(NAMES::indexOf).toArray();

    private static final int MOST_NAMES = 2;

    private Signals() {}

    /** The features of the best sentence that count. */
    private static List<Feature> ofBest() {
        return List.of(
                Feature.COSINE,
                Feature.MAXSIM,
                Feature.MAXSIM_RARE,
                Feature.MAXSIM_WEAKEST,
                Feature.MAXSIM_FOCUS,
                Feature.MAXSIM_ALL,
                Feature.MAXSIM_UNMET,
                Feature.COVERAGE,
                Feature.COVERAGE_PLAIN,
                Feature.COVERAGE_AROUND,
                Feature.PAIRS,
                Feature.RUN,
                Feature.RAREST,
                Feature.NAMES,
                Feature.NAMES_AROUND,
                Feature.NUMBERS,
                Feature.NEGATION,
                Feature.LENGTH,
                Feature.NEWS);
    }

    /** The features whose greatest value over all sentences counts. */
    private static List<Feature> ofAny() {
        return List.of(
                Feature.COSINE,
                Feature.MAXSIM_ALL,
                Feature.MAXSIM_RARE,
                Feature.MAXSIM_WEAKEST,
                Feature.COVERAGE,
                Feature.NAMES);
    }

    private static List<String> names() {
        List<String> names =
                new ArrayList<>(List.of("always", "score", "lead", "share", "offered", "offered_anywhere"));
        ofBest().forEach(feature -> names.add("best_" + feature.label()));
        ofAny().forEach(feature -> names.add("any_" + feature.label()));
        names.addAll(List.of("absent_words", "absent_share", "absent_names", "absent_numbers", "words"));
        KINDS.forEach(kind -> names.add("asks_" + kind));
        KINDS.forEach(kind -> names.add("offers_" + kind));
        for (int one = 0; one < CROSSED.size(); one++) {
            for (String other : CROSSED.subList(one, CROSSED.size())) {
                names.add(CROSSED.get(one) + "*" + other);
            }
        }
        return List.copyOf(names);
    }

    /**
     * @param question the question
     * @param features of each sentence; at least one
     * @param scores what each sentence is ranked by
     */
    static double[] of(QuestionWords question, double[][] features, double[] scores) {
        Values values = new Values();
        int best = 0;
        for (int index = 1; index < scores.length; index++) {
            best = scores[index] > scores[best] ? index : best;
        }
        double second = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int index = 0; index < scores.length; index++) {
            second = index == best ? second : Math.max(second, scores[index]);
            sum += Math.exp(scores[index] - scores[best]);
        }
        double offered = offered(features[best]);
        values.add(1);
        values.add(scores[best]);
        values.add(scores.length == 1 ? 0 : scores[best] - second);
        values.add(1 / sum);
        values.add(offered);
        values.add(greatest(features, Signals::offered));
        for (Feature feature : ofBest()) {
            values.add(features[best][feature.ordinal()]);
        }
        for (Feature feature : ofAny()) {
            values.add(greatest(features, row -> row[feature.ordinal()]));
        }
        absent(question, values);
        String kind = kindOf(question.type());
        KINDS.forEach(one -> values.add(one.equals(kind) ? 1 : 0));
        KINDS.forEach(one -> values.add(one.equals(kind) ? offered : 0));
        for (int one = 0; one < CROSSED_AT.length; one++) {
            for (int other = one; other < CROSSED_AT.length; other++) {
                values.add(values.all[CROSSED_AT[one]] * values.all[CROSSED_AT[other]]);
            }
        }
        return values.all;
    }

    private static String kindOf(QuestionType type) {
        return switch (type) {
            case DURATION, NUMBER, MONEY, PERCENT -> "quantity";
            default -> type.name().toLowerCase(Locale.ROOT);
        };
    }

    private static void absent(QuestionWords question, Values values) {
        long words = question.content().size();
        long absent = count(question, word -> true);
        values.add(absent);
        values.add((double) absent / Math.max(1, words));
        values.add(Math.min(MOST_NAMES, count(question, QuestionWords.Word::capitalized)));
        values.add(count(question, word -> Character.isDigit(word.written().codePointAt(0))));
        values.add(words);
    }

    private static long count(QuestionWords question, Predicate<QuestionWords.Word> which) {
        return question.content().stream()
                .filter(word -> word.frequency() == 0)
                .filter(which)
                .count();
    }

    /** How well what is asked for is offered; only one of these features can be above 0. */
    private static double offered(double[] features) {
        double sum = 0;
        for (int index = Feature.PERSON.ordinal(); index <= Feature.NAME.ordinal(); index++) {
            sum += features[index];
        }
        return sum;
    }

    private interface Value {
        double of(double[] features);
    }

    private static double greatest(double[][] features, Value value) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (double[] row : features) {
            greatest = Math.max(greatest, value.of(row));
        }
        return greatest;
    }

    private static final class Values {
        private final double[] all = new double[NAMES.size()];
        private int count;

        void add(double value) {
            all[count++] = value;
        }
    }
}
