package io.footnote.retrieval;

import io.footnote.language.Token;
import io.footnote.language.WordClass;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Measures stretches of one sentence, by sums over its tokens that are made once. For one question; not for threads. */
final class SpanMeasures {
    private static final int AROUND = 4;
    private static final int BESIDE = 3;
    private static final int FARTHEST = 10;
    private static final double MOST_WORDS = SpanChoice.MOST_WORDS;

    private final List<Token> tokens;
    private final WordClass[] classes;
    private final TokenNearness nearness;
    private final boolean[] asked;
    private final double[] askedBefore;
    private final double[] words;
    private final double[] content;
    private final double[] near;
    private final double[] focus;
    private final double[] asking;
    private final double[] all;
    private final double[] verbs;
    private final double[] breaks;
    private final double[] brackets;
    private final double[] quotes;
    private final boolean anyAsked;

    SpanMeasures(List<Token> tokens, WordClass[] classes, TokenNearness nearness, ReadQuestion question) {
        this.tokens = tokens;
        this.classes = classes;
        this.nearness = nearness;
        this.asked = new boolean[tokens.size()];
        for (QuestionWords.Word word : question.words().content()) {
            for (int index = 0; index < asked.length; index++) {
                asked[index] |= tokens.get(index).key().equals(word.key());
            }
        }
        this.askedBefore = sums(index -> asked[index] ? 1 : 0);
        this.words = sums(index -> tokens.get(index).isWord() ? 1 : 0);
        this.content = sums(index -> classes[index].isContent() ? 1 : 0);
        this.near = sums(index -> nearness.content()[index]);
        this.focus = sums(index -> nearness.focus()[index]);
        this.asking = sums(index -> nearness.asking()[index]);
        this.all = sums(index -> nearness.all()[index]);
        this.verbs = sums(index -> classes[index] == WordClass.BE || classes[index] == WordClass.AUXILIARY ? 1 : 0);
        this.breaks = sums(index -> switch (classes[index]) {
            case COMMA, COLON, DASH -> 1;
            default -> 0;
        });
        this.brackets = sums(index -> switch (classes[index]) {
            case OPENING -> 1;
            case CLOSING -> -1;
            default -> 0;
        });
        this.quotes = sums(index -> classes[index] == WordClass.QUOTE ? 1 : 0);
        this.anyAsked = askedBefore[tokens.size()] > 0;
    }

    private double[] sums(IntToDoubleFunction values) {
        double[] sums = new double[tokens.size() + 1];
        for (int index = 0; index < tokens.size(); index++) {
            sums[index + 1] = sums[index] + values.applyAsDouble(index);
        }
        return sums;
    }

    /** How many words a stretch has. */
    int words(int first, int last) {
        return (int) sum(words, first, last);
    }

    /** Whether a stretch has half of a pair of brackets or quotation marks, in a sentence where all are in pairs. */
    boolean tears(int first, int last) {
        int end = tokens.size() - 1;
        return (sum(brackets, 0, end) == 0 && sum(brackets, first, last) != 0)
                || (sum(quotes, 0, end) % 2 == 0 && sum(quotes, first, last) % 2 != 0);
    }

    /** In the order of {@link SpanFeature}. */
    float[] of(int first, int last) {
        double length = Math.max(1, sum(words, first, last));
        double askedHere = sum(askedBefore, first, last);
        double contentHere = sum(content, first, last);
        double[] values = new double[SpanFeature.values().length];
        set(values, SpanFeature.ASKED_SHARE, askedHere / length);
        set(values, SpanFeature.ASKED_ANY, askedHere > 0);
        set(values, SpanFeature.ASKED_ONLY, askedHere == contentHere);
        set(values, SpanFeature.EMPTY, contentHere == 0);
        set(values, SpanFeature.NEAR_MEAN, mean(near, first, last));
        set(values, SpanFeature.NEAR_MOST, most(nearness.content(), first, last));
        set(values, SpanFeature.NEAR_LEAST, least(nearness.content(), first, last));
        set(values, SpanFeature.FOCUS_MEAN, mean(focus, first, last));
        set(values, SpanFeature.FOCUS_MOST, most(nearness.focus(), first, last));
        set(values, SpanFeature.ASKING_MEAN, mean(asking, first, last));
        set(values, SpanFeature.ASKING_MOST, most(nearness.asking(), first, last));
        set(values, SpanFeature.ALL_MEAN, mean(all, first, last));
        around(values, first, last);
        set(values, SpanFeature.LENGTH, length / MOST_WORDS);
        set(values, SpanFeature.LOG_LENGTH, Math.log(length));
        set(values, SpanFeature.PLACE, (double) first / tokens.size());
        set(values, SpanFeature.OPENS, first == 0);
        set(values, SpanFeature.VERBS, sum(verbs, first, last));
        set(values, SpanFeature.BREAKS, sum(breaks, first, last));
        set(values, SpanFeature.HALF_BRACKET, sum(brackets, first, last) != 0);
        set(values, SpanFeature.HALF_QUOTE, sum(quotes, first, last) % 2 != 0);
        float[] narrow = new float[values.length];
        for (int index = 0; index < narrow.length; index++) {
            narrow[index] = (float) values[index];
        }
        return narrow;
    }

    private void around(double[] values, int first, int last) {
        int from = Math.max(0, first - AROUND);
        int to = Math.min(tokens.size() - 1, last + AROUND);
        int count = first - from + to - last;
        double outside = sum(near, from, first - 1) + sum(near, last + 1, to);
        set(values, SpanFeature.AROUND_MEAN, count == 0 ? 0 : outside / count);
        set(
                values,
                SpanFeature.AROUND_MOST,
                Math.max(most(nearness.content(), from, first - 1), most(nearness.content(), last + 1, to)));
        set(values, SpanFeature.DISTANCE, anyAsked ? (double) distance(first, last) / FARTHEST : 1);
        set(values, SpanFeature.ASKED_BEFORE, sum(askedBefore, Math.max(0, first - BESIDE), first - 1) / BESIDE);
        int beside = Math.min(tokens.size() - 1, last + BESIDE);
        set(values, SpanFeature.ASKED_AFTER, sum(askedBefore, last + 1, beside) / BESIDE);
        set(values, SpanFeature.AFTER_ASKED, first > 0 && asked[first - 1]);
        set(values, SpanFeature.BEFORE_ASKED, last + 1 < asked.length && asked[last + 1]);
    }

    private int distance(int first, int last) {
        int least = sum(askedBefore, first, last) > 0 ? 0 : FARTHEST;
        for (int away = 1; away < least; away++) {
            boolean before = first - away >= 0 && asked[first - away];
            boolean after = last + away < asked.length && asked[last + away];
            least = before || after ? away : least;
        }
        return least;
    }

    private static void set(double[] values, SpanFeature feature, boolean value) {
        set(values, feature, value ? 1.0 : 0.0);
    }

    private static void set(double[] values, SpanFeature feature, double value) {
        values[feature.ordinal()] = value;
    }

    private static double sum(double[] sums, int first, int last) {
        return sums[last + 1] - sums[first];
    }

    private static double mean(double[] sums, int first, int last) {
        return sum(sums, first, last) / (last + 1 - first);
    }

    private static double most(double[] values, int first, int last) {
        double most = 0;
        for (int index = first; index <= last; index++) {
            most = Math.max(most, values[index]);
        }
        return most;
    }

    private static double least(double[] values, int first, int last) {
        double least = 1;
        for (int index = first; index <= last; index++) {
            least = Math.min(least, values[index]);
        }
        return least;
    }

    /** The class of a token, {@link WordClass#EDGE} beyond either end. */
    WordClass classAt(int index) {
        return index < 0 || index >= classes.length ? WordClass.EDGE : classes[index];
    }
}
