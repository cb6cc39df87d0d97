package io.footnote.grounding;

import io.footnote.language.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Function words that turn a comparison or an order round, before and after, more and less, are the ones the evidence
 * has with the same words behind them.
 */
final class DirectionRule implements Rule {

    /** How many tokens behind it a direction is about. */
    private static final int REACH = 4;

    private static final List<List<String>> PAIRS = List.of(
            List.of("before", "after"),
            List.of("above", "below"),
            List.of("over", "under"),
            List.of("up", "down"),
            List.of("more", "less"),
            List.of("more", "fewer"),
            List.of("most", "least"),
            List.of("most", "fewest"),
            List.of("inside", "outside"),
            List.of("with", "without"),
            List.of("all", "none"),
            List.of("first", "last"));

    private static final Map<String, Set<String>> OPPOSITES = opposites();

    private static Map<String, Set<String>> opposites() {
        Map<String, Set<String>> opposites = new HashMap<>();
        for (List<String> pair : PAIRS) {
            opposites.computeIfAbsent(pair.getFirst(), key -> new HashSet<>()).add(pair.getLast());
            opposites.computeIfAbsent(pair.getLast(), key -> new HashSet<>()).add(pair.getFirst());
        }
        return opposites;
    }

    @Override
    public List<Finding> check(Claim claim, Evidence evidence) {
        List<Token> tokens = claim.text().tokens();
        List<Finding> findings = new ArrayList<>();
        for (int index = 0; index < tokens.size(); index++) {
            Set<String> against = OPPOSITES.get(tokens.get(index).norm());
            Set<String> behind = behind(tokens, index);
            if (against != null && !behind.isEmpty()) {
                String said = tokens.get(index).norm();
                String turned = null;
                boolean same = false;
                for (int sentence : evidence.closest(claim.keys()).stream().toArray()) {
                    List<Token> given = evidence.sentences().get(sentence).tokens();
                    for (int place = 0; place < given.size(); place++) {
                        String norm = given.get(place).norm();
                        boolean about = behind(given, place).stream().anyMatch(behind::contains);
                        same |= about && norm.equals(said);
                        turned = about && against.contains(norm) ? norm : turned;
                    }
                }
                if (turned != null && !same) {
                    findings.add(Finding.conflicting(
                            "\"" + said + "\" is the opposite of \"" + turned + "\" in the evidence"));
                }
            }
        }
        return findings;
    }

    /** The keys of the words right behind a token; the short ones of function words are left out. */
    private static Set<String> behind(List<Token> tokens, int index) {
        Set<String> keys = new HashSet<>();
        for (int next = index + 1; next < Math.min(tokens.size(), index + 1 + REACH); next++) {
            Token token = tokens.get(next);
            if (!token.isWord() && !token.is("'")) {
                break;
            }
            if (token.norm().length() > 3) {
                keys.add(token.key());
            }
        }
        return keys;
    }
}
