package io.footnote.grounding;

import io.footnote.language.AnnotatedText;
import io.footnote.language.Lexicon;
import io.footnote.language.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The sentences a claim is held against, with an index from keys to sentences. A fact counts only where the evidence
 * talks about what the claim talks about: see {@link #near}. Immutable.
 */
final class Evidence {

    /** A place is near when it shares at least this part of what the best place shares with the context. */
    private static final double NEAR = 0.34;
    /** More sentences than that are a text. */
    private static final int MOST_OF_FEW = 6;
    /** From how many sentences a claim draws together at most. */
    private static final int DRAWN_ON = 6;

    private final List<AnnotatedText> sentences;
    private final List<Polarity> polarities = new ArrayList<>();
    private final Map<String, BitSet> sentencesByKey = new HashMap<>();

    Evidence(List<AnnotatedText> sentences, Lexicon lexicon) {
        this.sentences = List.copyOf(sentences);
        for (int index = 0; index < sentences.size(); index++) {
            polarities.add(new Polarity(sentences.get(index), lexicon));
            for (Token token : sentences.get(index).tokens()) {
                if (Claim.isContent(token, lexicon)) {
                    sentencesByKey
                            .computeIfAbsent(token.key(), key -> new BitSet())
                            .set(index);
                }
            }
        }
    }

    List<AnnotatedText> sentences() {
        return sentences;
    }

    /** The sentence of exactly that text, where there is one: a copy need not be read again. */
    Optional<AnnotatedText> sentence(String text) {
        return sentences.stream()
                .filter(sentence -> sentence.text().equals(text))
                .findFirst();
    }

    Polarity polarity(int index) {
        return polarities.get(index);
    }

    boolean isEmpty() {
        return sentencesByKey.isEmpty();
    }

    /** Whether it is a text, in which a claim has to find its place, rather than a few sentences. */
    boolean isText() {
        return sentences.size() > MOST_OF_FEW;
    }

    /** The keys of all content words. */
    Set<String> keys() {
        return sentencesByKey.keySet();
    }

    /** The sentences that hold that key. */
    BitSet sentencesWith(String key) {
        BitSet found = sentencesByKey.get(key);
        return found == null ? new BitSet() : (BitSet) found.clone();
    }

    /**
     * Whether one of the sentences given is about as close to the context as any sentence is, its neighbours included, or
     * is among those that the claim draws on: a summary puts together what stands apart. True when nothing in the
     * evidence has anything of the context.
     *
     * @param said the keys of what the claim says besides the fact itself
     */
    boolean near(Set<String> said, Set<String> context, BitSet found) {
        double[] shared = windowOverlap(context);
        double best = Arrays.stream(shared).max().orElse(0);
        double here = found.stream().mapToDouble(index -> shared[index]).max().orElse(-1);
        return (here >= 0 && here >= NEAR * best)
                || withNeighbours(cover(said, DRAWN_ON)).intersects(found);
    }

    /** The sentences that share most keys with the context; none when none shares any. */
    BitSet closest(Set<String> context) {
        int[] shared = overlap(context);
        int best = Arrays.stream(shared).max().orElse(0);
        BitSet closest = new BitSet();
        if (best > 0) {
            IntStream.range(0, shared.length)
                    .filter(index -> shared[index] == best)
                    .forEach(closest::set);
        }
        return closest;
    }

    /**
     * The sentences that together hold most of the keys, chosen greedily.
     *
     * @param limit how many at most
     */
    BitSet cover(Set<String> keys, int limit) {
        BitSet chosen = new BitSet();
        Set<String> open = new HashSet<>(keys);
        while (chosen.cardinality() < limit) {
            int[] shared = overlap(open);
            int best = 0;
            for (int index = 1; index < shared.length; index++) {
                best = shared[index] > shared[best] ? index : best;
            }
            if (shared.length == 0 || shared[best] == 0) {
                break;
            }
            chosen.set(best);
            int index = best;
            open.removeIf(key -> sentencesWith(key).get(index));
        }
        return chosen;
    }

    /** The sentences given and the ones next to them. */
    BitSet withNeighbours(BitSet chosen) {
        BitSet wider = new BitSet();
        chosen.stream().forEach(index -> wider.set(Math.max(0, index - 1), Math.min(sentences.size(), index + 2)));
        return wider;
    }

    private int[] overlap(Collection<String> keys) {
        int[] shared = new int[sentences.size()];
        for (String key : keys) {
            sentencesWith(key).stream().forEach(index -> shared[index]++);
        }
        return shared;
    }

    /** Rare keys say more about what a sentence talks of than frequent ones: inverse document frequency. */
    private double[] windowOverlap(Collection<String> keys) {
        double[] shared = new double[sentences.size()];
        for (String key : keys) {
            BitSet with = sentencesWith(key);
            double weight = Math.log1p((double) sentences.size() / Math.max(1, with.cardinality()));
            withNeighbours(with).stream().forEach(index -> shared[index] += weight);
        }
        return shared;
    }
}
