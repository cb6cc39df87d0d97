package io.footnote.article;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The runs of {@value #WORDS} words that a text is made of, by which two texts are compared (Broder, 1997, <i>On the
 * resemblance and containment of documents</i>). Case, punctuation and white space count for nothing. Immutable; safe for
 * any number of threads.
 */
public final class Shingles {
    /** How many words make a run. */
    public static final int WORDS = 4;

    /**
     * From what resemblance on two texts are the same story. A reprint with its first and last paragraph changed shares
     * two thirds of its runs or more; two reports of the same event by different hands share hardly a tenth.
     */
    public static final double SAME_STORY = 0.6;

    /** How many bands a signature has. */
    public static final int BANDS = 32;

    /**
     * How many minima make a band. With {@value #BANDS} bands of these, two texts of resemblance r share a band with
     * probability 1 - (1 - r^4)^32: .99 at .6, .04 at .19, .003 at .1.
     */
    private static final int ROWS = 4;

    /** The increment of SplitMix64, which spreads the seeds over all 64 bits. */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Set<Long> runs;

    private Shingles(Set<Long> runs) {
        this.runs = runs;
    }

    /** The runs of a text; one of fewer than {@value #WORDS} words is one run. */
    public static Shingles of(String text) {
        String[] words = BETWEEN_WORDS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
        long[] hashes = Arrays.stream(words).mapToLong(Shingles::hash).toArray();
        Set<Long> runs = new HashSet<>();
        int last = Math.max(0, hashes.length - WORDS);
        for (int first = 0; first <= last; first++) {
            long run = 0;
            for (int word = first; word < Math.min(first + WORDS, hashes.length); word++) {
                run = mixed(run * 31 + hashes[word]);
            }
            runs.add(run);
        }
        return new Shingles(runs);
    }

    /** The share of the runs of both that are in both (Jaccard), in [0, 1]. */
    public double resemblance(Shingles other) {
        long shared = runs.stream().filter(other.runs::contains).count();
        return (double) shared / (runs.size() + other.runs.size() - shared);
    }

    /**
     * The text's signature: {@value #BANDS} numbers. Texts that are nearly the same have one of them in common at the
     * same place, others hardly ever (minimum hashing with bands; Leskovec, Rajaraman and Ullman, 2020, <i>Mining of
     * massive datasets</i>, chapter 3).
     */
    public long[] bands() {
        long[] bands = new long[BANDS];
        for (int band = 0; band < BANDS; band++) {
            for (int row = 0; row < ROWS; row++) {
                bands[band] = mixed(bands[band] * 31 + least(band * ROWS + row));
            }
        }
        return bands;
    }

    private long least(int function) {
        long seed = mixed(function * GOLDEN);
        long least = Long.MAX_VALUE;
        for (long run : runs) {
            least = Math.min(least, mixed(run ^ seed));
        }
        return least;
    }

    /** FNV-1a over the word's units. */
    private static long hash(String word) {
        long hash = 0xcbf29ce484222325L;
        for (int index = 0; index < word.length(); index++) {
            hash = (hash ^ word.charAt(index)) * 0x100000001b3L;
        }
        return hash;
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood, 2014). */
    private static long mixed(long value) {
        long mixed = value;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
