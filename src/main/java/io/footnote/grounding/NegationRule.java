package io.footnote.grounding;

import io.footnote.language.AnnotatedText;
import io.footnote.language.Lexicon;
import io.footnote.language.Token;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the claim denies the evidence denies, and the other way round: {@code not}, {@code never}, {@code without},
 * verbs such as {@code refuse}, and prefixes such as {@code un-}. Two negations cancel out.
 */
final class NegationRule implements Rule {

    private final Lexicon lexicon;

    NegationRule(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public List<Finding> check(Claim claim, Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        for (Polarity.Cue cue : claim.polarity().cues()) {
            claimDenies(claim, cue, evidence, findings);
        }
        BitSet closest = evidence.closest(claim.keys());
        if (!closest.isEmpty()) {
            evidenceDenies(claim, evidence, closest.nextSetBit(0), findings);
            prefixes(claim, evidence, closest, findings);
        }
        return findings;
    }

    private void claimDenies(Claim claim, Polarity.Cue cue, Evidence evidence, List<Finding> findings) {
        List<Token> tokens = claim.text().tokens();
        BitSet effective = claim.polarity().denied(cue.governed());
        if (effective.isEmpty()) {
            return; // denied twice
        }
        Set<String> governed = keys(tokens, effective);
        Set<String> context = claim.context(cue.index(), cue.index());
        context.addAll(governed);
        String said = "\"" + tokens.get(cue.index()).norm() + "\"";
        Set<String> shared = new HashSet<>();
        boolean anyCue = false;
        for (int index : evidence.closest(context).stream().toArray()) {
            Polarity polarity = evidence.polarity(index);
            List<Token> sentence = evidence.sentences().get(index).tokens();
            boolean sameCue = polarity.cues().stream()
                    .anyMatch(other -> sentence.get(other.index())
                            .key()
                            .equals(tokens.get(cue.index()).key()));
            anyCue |= !polarity.cues().isEmpty();
            Set<String> given = sentence.stream().map(Token::norm).collect(Collectors.toSet());
            if (effective.stream()
                    .anyMatch(at -> Opposite.among(given, tokens.get(at).norm()) != null)) {
                return;
            }
            for (int at = 0; at < sentence.size(); at++) {
                if (governed.contains(sentence.get(at).key())) {
                    shared.add(sentence.get(at).key());
                    if (polarity.denies(at) || sameCue) {
                        return;
                    }
                }
            }
        }
        boolean conflict = !shared.isEmpty() && 2 * shared.size() >= governed.size();
        // a verb may be paraphrased: it is held against the evidence only when that has everything it denies
        boolean verb = !lexicon.isStopWord(tokens.get(cue.index()).norm()) && shared.size() < governed.size();
        if (!verb && (conflict || !anyCue || !shared.isEmpty())) {
            findings.add(Finding.of("negation " + said + " is not in the evidence", conflict));
        }
    }

    private static void evidenceDenies(Claim claim, Evidence evidence, int index, List<Finding> findings) {
        AnnotatedText sentence = evidence.sentences().get(index);
        Polarity polarity = evidence.polarity(index);
        Set<String> denied = claim.polarity().cues().stream()
                .flatMap(cue -> keys(claim.text().tokens(), cue.governed()).stream())
                .collect(Collectors.toSet());
        Set<String> claimed = claim.keys();
        for (Polarity.Cue cue : polarity.cues()) {
            String word = sentence.tokens().get(cue.index()).key();
            BitSet effective = (BitSet) cue.governed().clone();
            effective.stream().filter(at -> !polarity.denies(at)).forEach(effective::clear);
            Set<String> governed = keys(sentence.tokens(), effective);
            long shared = governed.stream().filter(claimed::contains).count();
            boolean repeated = claimed.contains(word) || governed.stream().anyMatch(denied::contains);
            if (shared > 0
                    && 2 * shared >= governed.size()
                    && !repeated
                    && claim.polarity().cues().isEmpty()) {
                findings.add(Finding.conflicting("the evidence says \""
                        + sentence.tokens().get(cue.index()).norm() + "\""));
            }
        }
    }

    /** A word that the evidence has only with, or only without, a negating prefix. */
    private static void prefixes(Claim claim, Evidence evidence, BitSet closest, List<Finding> findings) {
        Set<String> given = closest.stream()
                .mapToObj(index -> evidence.sentences().get(index))
                .flatMap(sentence -> sentence.tokens().stream())
                .map(Token::norm)
                .collect(Collectors.toSet());
        for (int index : claim.content().stream().toArray()) {
            String word = claim.text().tokens().get(index).norm();
            String opposite = claim.polarity().denies(index) ? null : Opposite.among(given, word);
            if (opposite != null) {
                findings.add(Finding.conflicting(
                        "\"" + word + "\" is the opposite of \"" + opposite + "\" in the evidence"));
            }
        }
    }

    private static Set<String> keys(List<Token> tokens, BitSet indices) {
        return indices.stream().mapToObj(index -> tokens.get(index).key()).collect(Collectors.toSet());
    }
}
