package io.footnote.grounding;

import io.footnote.language.AnnotatedText;
import io.footnote.language.Lexicon;
import io.footnote.language.Token;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Which words of a text are denied. A cue such as {@code not} governs the next content words of its clause, or the ones
 * before it when none follows; two cues over the same word cancel out. Immutable.
 */
final class Polarity {

    private static final int REACH_WORDS = 4;
    private static final Set<String> COMPARISONS = Set.of("only", "less", "fewer", "more", "later", "earlier");

    private final List<Cue> cues = new ArrayList<>();
    private final BitSet denied = new BitSet();

    /**
     * A word that denies.
     *
     * @param index its token
     * @param clauseFirst the first token of its clause
     * @param clauseLast the last token of its clause
     * @param governed the tokens it denies
     */
    record Cue(int index, int clauseFirst, int clauseLast, BitSet governed) {}

    Polarity(AnnotatedText text, Lexicon lexicon) {
        List<Token> tokens = text.tokens();
        int clauseFirst = 0;
        for (int index = 0; index < tokens.size(); index++) {
            if (boundary(tokens.get(index), lexicon)) {
                clauseFirst = index;
            }
            if (isCue(tokens, index, lexicon)) {
                Cue cue = cue(tokens, clauseFirst, index, lexicon);
                cues.add(cue);
                denied.xor(cue.governed());
            }
        }
    }

    List<Cue> cues() {
        return cues;
    }

    /** Whether the token of that index is denied. */
    boolean denies(int index) {
        return denied.get(index);
    }

    /** Those of the tokens that are denied. */
    BitSet denied(BitSet tokens) {
        BitSet both = (BitSet) denied.clone();
        both.and(tokens);
        return both;
    }

    private static boolean isCue(List<Token> tokens, int index, Lexicon lexicon) {
        Token token = tokens.get(index);
        boolean comparison = index + 1 < tokens.size()
                && COMPARISONS.contains(tokens.get(index + 1).norm());
        return token.isWord() && lexicon.isNegation(token.key()) && !comparison;
    }

    private static Cue cue(List<Token> tokens, int clauseFirst, int index, Lexicon lexicon) {
        BitSet governed = new BitSet();
        int last = index;
        while (last + 1 < tokens.size() && !boundary(tokens.get(last + 1), lexicon)) {
            last++;
            if (governed.cardinality() < REACH_WORDS && Claim.isContent(tokens.get(last), lexicon)) {
                governed.set(last);
            }
        }
        for (int before = index - 1; governed.isEmpty() && before >= clauseFirst; before--) {
            if (Claim.isContent(tokens.get(before), lexicon)) {
                governed.set(before);
            }
        }
        return new Cue(index, clauseFirst, last, governed);
    }

    private static boolean boundary(Token token, Lexicon lexicon) {
        return switch (token.norm()) {
            case ",", ";", ":", ".", "!", "?", "(", ")", "…" -> true;
            default -> token.isWord() && lexicon.opensClause(token.norm());
        };
    }
}
