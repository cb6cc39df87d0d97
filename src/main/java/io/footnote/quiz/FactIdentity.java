package io.footnote.quiz;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Keeps facts the same over small edits of an article. A fact of an earlier version and one of the present version are
 * the same when the same is asked for and most words of the sentence are the same; then the present item takes over the
 * earlier fact, and with it everything that readers have learned of it.
 */
public final class FactIdentity {
    /** From this share of common words on, of all words of both, two sentences are one sentence edited. */
    static final double SAME_SENTENCE = 0.6;

    private FactIdentity() {}

    /**
     * The items with the facts that were known before.
     *
     * @param items those of the present version
     * @param known items of earlier versions
     */
    public static List<QuizItem> keep(List<QuizItem> items, List<QuizItem> known) {
        Set<String> taken = new HashSet<>();
        items.forEach(item -> taken.add(item.fact()));
        List<QuizItem> kept = new ArrayList<>();
        for (QuizItem item : items) {
            String fact = known.stream().anyMatch(earlier -> earlier.fact().equals(item.fact()))
                    ? item.fact()
                    : earlier(item, known, taken);
            taken.add(fact);
            kept.add(item.withFact(fact));
        }
        return List.copyOf(kept);
    }

    private static String earlier(QuizItem item, List<QuizItem> known, Set<String> taken) {
        String fact = item.fact();
        double best = SAME_SENTENCE;
        for (QuizItem earlier : known) {
            double common = common(item.explanation(), earlier.explanation());
            boolean same = earlier.type() == item.type() && earlier.key().equalsIgnoreCase(item.key());
            if (same && common >= best && !taken.contains(earlier.fact())) {
                best = common;
                fact = earlier.fact();
            }
        }
        return fact;
    }

    /** Jaccard's coefficient of the words. */
    private static double common(String one, String other) {
        Set<String> words = words(one);
        Set<String> both = words(other);
        Set<String> all = new HashSet<>(words);
        all.addAll(both);
        both.retainAll(words);
        return all.isEmpty() ? 0 : (double) both.size() / all.size();
    }

    private static Set<String> words(String text) {
        return new HashSet<>(List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
    }
}
