package io.footnote.grounding;

import io.footnote.language.PartOfSpeech;
import io.footnote.language.TaggedWord;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whether something happened or only may, will or is meant to. */
final class Modality {

    /** How many words before a verb may make it uncertain. */
    private static final int REACH = 4;

    private static final Set<String> HEDGES = Set.of(
            "may",
            "might",
            "could",
            "would",
            "will",
            "should",
            "can",
            "plan",
            "expect",
            "hope",
            "intend",
            "propose",
            "threaten",
            "aim",
            "want",
            "consider",
            "if",
            "whether",
            "likely",
            "possibly",
            "perhaps",
            "to");

    private Modality() {}

    /** A verb of the claim that states as a past fact what the evidence only has as possible or to come. */
    static Optional<Finding> assertedBeyond(List<TaggedWord> claim, List<ReadSentence> evidence) {
        for (int index = 0; index < claim.size(); index++) {
            TaggedWord verb = claim.get(index);
            if (past(verb) && !hedged(claim, index)) {
                boolean seen = false;
                boolean asserted = false;
                for (ReadSentence sentence : evidence) {
                    for (int place = 0; place < sentence.words().size(); place++) {
                        if (sentence.words().get(place).lemma().equals(verb.lemma())
                                && sentence.words().get(place).is(PartOfSpeech.VERB)) {
                            seen = true;
                            asserted |= !hedged(sentence.words(), place);
                        }
                    }
                }
                if (seen && !asserted) {
                    return Optional.of(
                            Finding.missing("\"" + verb.text() + "\" is not stated as a fact in the evidence"));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean past(TaggedWord word) {
        String text = word.text().toLowerCase(Locale.ROOT);
        return word.is(PartOfSpeech.VERB) && !text.equals(word.lemma()) && !text.endsWith("ing") && !text.endsWith("s");
    }

    private static boolean hedged(List<TaggedWord> words, int verb) {
        for (int index = verb - 1; index >= Math.max(0, verb - REACH); index--) {
            if (words.get(index).is(PartOfSpeech.PUNCT)) {
                return false;
            }
            if (HEDGES.contains(words.get(index).lemma())) {
                return true;
            }
        }
        return false;
    }
}
