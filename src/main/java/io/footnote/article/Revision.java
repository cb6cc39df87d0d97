package io.footnote.article;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What became of an article's sentences in a later version. A sentence with the same words is the same sentence,
 * wherever it stands now. Of the others, those that share at least half of their words are taken for one that was
 * reworded, the nearest first. Depends on nothing but the two texts, so it need not be kept. Immutable.
 */
public final class Revision {
    /** The share of the words of both that two wordings of a sentence have in common (Jaccard). */
    private static final double REWORDED = 0.5;

    /** How many pairs of sentences are compared; two texts that differ by more are not versions of one another. */
    private static final long MAX_PAIRS = 1_000_000;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Article newer;
    private final Map<Integer, Fate> fates;

    /**
     * What became of a sentence.
     *
     * @param kind whether it is still there
     * @param now the sentence in the later version, or null when it is gone
     */
    public record Fate(Kind kind, @Nullable Sentence now) {}

    /** The ways that a sentence may go. */
    public enum Kind {
        /** It is there in the same words. */
        UNCHANGED,
        /** It is there in other words. */
        REWORDED,
        /** It is no longer there. */
        GONE
    }

    private Revision(Article newer, Map<Integer, Fate> fates) {
        this.newer = newer;
        this.fates = fates;
    }

    /** Compares two versions of an article. */
    public static Revision of(Article older, Article newer) {
        Map<Integer, Fate> fates = new TreeMap<>();
        Map<String, Deque<Sentence>> byText = new HashMap<>();
        for (Sentence sentence : newer.sentences()) {
            byText.computeIfAbsent(wording(newer, sentence), text -> new ArrayDeque<>())
                    .add(sentence);
        }
        List<Sentence> open = new ArrayList<>();
        for (Sentence sentence : older.sentences()) {
            Deque<Sentence> same = byText.getOrDefault(wording(older, sentence), new ArrayDeque<>());
            if (same.isEmpty()) {
                open.add(sentence);
            } else {
                fates.put(sentence.number(), new Fate(Kind.UNCHANGED, same.removeFirst()));
            }
        }
        List<Sentence> free = byText.values().stream()
                .flatMap(Deque::stream)
                .sorted(Comparator.comparing(Sentence::number))
                .toList();
        reworded(older, open, newer, free, fates);
        open.forEach(sentence -> fates.putIfAbsent(sentence.number(), new Fate(Kind.GONE, null)));
        return new Revision(newer, fates);
    }

    /** What became of the sentence of that number in the older version. */
    public Fate fateOf(int number) {
        Fate fate = fates.get(number);
        if (fate == null) {
            throw new IllegalArgumentException(
                    "number must be a sentence of the older version, 1 to " + fates.size() + ", got " + number);
        }
        return fate;
    }

    /** The later version. */
    public Article newer() {
        return newer;
    }

    /** Whether every sentence of the older version is there in the same words. */
    public boolean keepsAll() {
        return fates.values().stream().allMatch(fate -> fate.kind() == Kind.UNCHANGED);
    }

    private record Pair(Sentence before, Sentence after, double shared) {}

    private static void reworded(
            Article older, List<Sentence> open, Article newer, List<Sentence> free, Map<Integer, Fate> fates) {
        if ((long) open.size() * free.size() > MAX_PAIRS) {
            return;
        }
        List<Set<String>> words =
                free.stream().map(sentence -> words(newer, sentence)).toList();
        List<Pair> pairs = new ArrayList<>();
        for (Sentence before : open) {
            Set<String> said = words(older, before);
            for (int index = 0; index < free.size(); index++) {
                double shared = shared(said, words.get(index));
                if (shared >= REWORDED) {
                    pairs.add(new Pair(before, free.get(index), shared));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble((Pair pair) -> -pair.shared())
                .thenComparing(
                        pair -> Math.abs(pair.before().number() - pair.after().number()))
                .thenComparing(pair -> pair.before().number())
                .thenComparing(pair -> pair.after().number()));
        Set<Integer> taken = new HashSet<>();
        for (Pair pair : pairs) {
            if (!fates.containsKey(pair.before().number())
                    && taken.add(pair.after().number())) {
                fates.put(pair.before().number(), new Fate(Kind.REWORDED, pair.after()));
            }
        }
    }

    private static String wording(Article article, Sentence sentence) {
        return article.textOf(sentence).strip().replaceAll("\\s+", " ");
    }

    private static Set<String> words(Article article, Sentence sentence) {
        return Arrays.stream(BETWEEN_WORDS.split(article.textOf(sentence).toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private static double shared(Set<String> one, Set<String> other) {
        long both = one.stream().filter(other::contains).count();
        return both == 0 ? 0 : (double) both / (one.size() + other.size() - both);
    }
}
