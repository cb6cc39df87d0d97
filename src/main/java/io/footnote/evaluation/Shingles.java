package io.footnote.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The shingles of a text: every run of four words, each as often as it occurs. A text of one to three words is one shorter
 * shingle. Words are runs of letters, digits and underscores, told apart by case. As the article extraction benchmark of
 * Scrapinghub (now Zyte) counts them, so that its published figures compare.
 */
final class Shingles {
    /** How many words are in one. */
    static final int WORDS = 4;

    /** What Python's {@code \w} matches in a string: letters and numbers of any kind, and the underscore. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

    private final Map<List<String>, Integer> counts = new HashMap<>();

    /** @param text any, also empty */
    Shingles(String text) {
        List<String> words =
                WORD.matcher(text).results().map(MatchResult::group).toList();
        int last = Math.max(0, words.size() - WORDS);
        for (int start = 0; start <= last; start++) {
            List<String> shingle = words.subList(start, Math.min(words.size(), start + WORDS));
            if (!shingle.isEmpty()) {
                counts.merge(shingle, 1, Integer::sum);
            }
        }
    }

    /** The words of a text with a space between them. */
    static String words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).collect(Collectors.joining(" "));
    }

    /** How many there are that the other has at all, each as often as it occurs here. */
    int known(Shingles other) {
        return counts.entrySet().stream()
                .filter(entry -> other.counts.containsKey(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** How many there are, each counted as often as it occurs. */
    int size() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many are in both, each as often as it occurs in the one that has it less often. */
    int shared(Shingles other) {
        return counts.entrySet().stream()
                .mapToInt(entry -> Math.min(entry.getValue(), other.counts.getOrDefault(entry.getKey(), 0)))
                .sum();
    }
}
