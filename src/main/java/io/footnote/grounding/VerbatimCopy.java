package io.footnote.grounding;

import io.footnote.language.AnnotatedText;
import io.footnote.language.Quantity;
import io.footnote.language.Token;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether a claim is a sentence of the evidence, or a stretch of one, word for word. A stretch is no copy when it leaves
 * out a negation of its own clause or cuts into a number.
 */
final class VerbatimCopy {

    private VerbatimCopy() {}

    static boolean isCopy(Claim claim, Evidence evidence) {
        List<Token> words = words(claim.text());
        return !words.isEmpty()
                && IntStream.range(0, evidence.sentences().size())
                        .anyMatch(index -> copied(words, evidence.sentences().get(index), evidence.polarity(index)));
    }

    private static boolean copied(List<Token> words, AnnotatedText sentence, Polarity polarity) {
        List<Token> tokens = sentence.tokens();
        int[] places = IntStream.range(0, tokens.size())
                .filter(index -> tokens.get(index).isVerbal())
                .toArray();
        for (int start = 0; start + words.size() <= places.length; start++) {
            int length = 0;
            while (length < words.size()
                    && tokens.get(places[start + length])
                            .norm()
                            .equals(words.get(length).norm())) {
                length++;
            }
            int first = places[start];
            if (length == words.size() && faithful(first, places[start + length - 1], sentence, polarity)) {
                return true;
            }
        }
        return false;
    }

    private static boolean faithful(int first, int last, AnnotatedText sentence, Polarity polarity) {
        boolean dropsNegation = polarity.cues().stream()
                .anyMatch(cue -> (cue.index() < first || cue.index() > last)
                        && cue.clauseFirst() <= last
                        && cue.clauseLast() >= first);
        boolean cutsNumber = sentence.quantities().stream().anyMatch(quantity -> cuts(quantity, first, last));
        return !dropsNegation && !cutsNumber;
    }

    private static boolean cuts(Quantity quantity, int first, int last) {
        boolean inside = quantity.first() <= last && quantity.last() >= first;
        boolean whole = quantity.first() >= first && quantity.last() <= last;
        boolean bounded = quantity.bound() == Quantity.Bound.BELOW && quantity.first() == first;
        return inside && (!whole || bounded);
    }

    private static List<Token> words(AnnotatedText text) {
        return text.tokens().stream().filter(Token::isVerbal).toList();
    }
}
