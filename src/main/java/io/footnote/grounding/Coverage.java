package io.footnote.grounding;

import io.footnote.language.Token;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How much of a claim's content the evidence holds. Immutable.
 *
 * @param words the share of the claim's content words that the evidence has, in [0, 1]; 1 when there is none
 * @param said the same without its names, which are said something about; {@code words} when nothing else is left
 * @param order the share of neighbouring content words of the claim that are close together in one sentence of the
 *     evidence, in [0, 1]; equal to {@code words} when there are none
 * @param count how many content words besides names there are
 * @param missing the content words that the evidence lacks, in the claim's order
 */
record Coverage(double words, double said, double order, int count, List<String> missing) {

    /** The most sentences of a long evidence whose words count together. */
    private static final int MOST_SENTENCES = 4;
    /** How many tokens apart two words may stand to count as neighbours in the evidence. */
    private static final int NEIGHBOUR_TOKENS = 6;
    /** What a word counts whose stem is the beginning of another, such as announce and announcement. */
    private static final double RELATED = 0.5;

    private static final int SHORTEST_SHARED_STEM = 4;

    static Coverage of(Claim claim, Evidence evidence) {
        Set<String> keys = claim.keys();
        BitSet chosen = evidence.withNeighbours(evidence.cover(keys, MOST_SENTENCES));
        Map<String, List<Integer>> places = places(evidence, chosen);
        Set<String> norms = chosen.stream()
                .mapToObj(index -> evidence.sentences().get(index))
                .flatMap(sentence -> sentence.tokens().stream())
                .map(Token::norm)
                .collect(Collectors.toSet());
        List<String> missing = new ArrayList<>();
        Set<String> related = new LinkedHashSet<>();
        BitSet names = claim.inNames();
        double coveredNames = 0;
        double totalNames = 0;
        double covered = 0;
        double total = 0;
        double pairs = 0;
        double pairsKept = 0;
        String before = null;
        for (int index : claim.content().stream().toArray()) {
            Token token = claim.text().tokens().get(index);
            total++;
            totalNames += names.get(index) ? 1 : 0;
            if (places.containsKey(token.key()) || Opposite.among(norms, token.norm()) != null) {
                covered++;
                coveredNames += names.get(index) ? 1 : 0;
            } else {
                missing.add(token.norm());
                if (related.contains(token.key()) || related(token.key(), places.keySet())) {
                    related.add(token.key());
                    covered += RELATED;
                    coveredNames += names.get(index) ? RELATED : 0;
                }
            }
            if (before != null) {
                pairs++;
                pairsKept += neighbours(places.get(before), places.get(token.key())) ? 1 : 0;
            }
            before = token.key();
        }
        double words = total == 0 ? 1 : covered / total;
        double said = total == totalNames ? words : (covered - coveredNames) / (total - totalNames);
        return new Coverage(words, said, pairs == 0 ? words : pairsKept / pairs, (int) (total - totalNames), missing);
    }

    /** Where each key stands: token places counted through, sentences far apart. */
    private static Map<String, List<Integer>> places(Evidence evidence, BitSet chosen) {
        Map<String, List<Integer>> places = new HashMap<>();
        int offset = 0;
        for (int index : chosen.stream().toArray()) {
            List<Token> tokens = evidence.sentences().get(index).tokens();
            for (int at = 0; at < tokens.size(); at++) {
                places.computeIfAbsent(tokens.get(at).key(), key -> new ArrayList<>())
                        .add(offset + at);
            }
            offset += tokens.size() + NEIGHBOUR_TOKENS;
        }
        return places;
    }

    private static boolean neighbours(@Nullable List<Integer> one, @Nullable List<Integer> other) {
        if (one == null || other == null) {
            return false;
        }
        int left = 0;
        int right = 0;
        while (left < one.size() && right < other.size()) {
            int distance = other.get(right) - one.get(left);
            if (distance != 0 && Math.abs(distance) <= NEIGHBOUR_TOKENS) {
                return true;
            }
            if (distance > 0) {
                left++;
            } else {
                right++;
            }
        }
        return false;
    }

    private static boolean related(String key, Set<String> keys) {
        return keys.stream()
                .anyMatch(other -> Math.min(key.length(), other.length()) >= SHORTEST_SHARED_STEM
                        && (key.startsWith(other) || other.startsWith(key)));
    }
}
