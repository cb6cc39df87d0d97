package io.footnote.grounding;

import io.footnote.language.Lexicon;
import io.footnote.language.PartOfSpeech;
import io.footnote.language.TaggedWord;
import io.footnote.language.WordNet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where each content word of a claim is said in its evidence: the word that comes nearest in meaning, in context by the
 * encoder's vectors and out of context by stems and WordNet. Immutable.
 */
final class Alignment {

    /** How two words are related out of context, the closest last. */
    enum Relation {
        NONE,
        /** The claim is more specific. */
        NARROWER,
        /** The claim is more general. */
        BROADER,
        /** Synonyms, or one made from the other. */
        ALIKE,
        SAME
    }

    /** What a word that is the same, or alike, is put ahead of one that only lies near. */
    private static final double SAME_AHEAD = 0.15;

    private static final double ALIKE_AHEAD = 0.08;

    /**
     * A content word of the claim.
     *
     * @param index which word of the claim it is
     * @param nearness the cosine with the word chosen, in [-1, 1]
     * @param relation the closest relation to any word of the evidence
     * @param opposite an antonym of it in the evidence, null where there is none or the word itself stands there too
     * @param sentence in which of the sentences the word chosen stands, -1 where there is none
     * @param place which word of that sentence it is
     */
    record Link(
            int index,
            double nearness,
            Relation relation,
            @Nullable String opposite,
            int sentence,
            int place) {}

    private final ReadSentence claim;
    private final List<ReadSentence> evidence;
    private final List<float[][]> cosines = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final WordNet words;

    Alignment(ReadSentence claim, List<ReadSentence> evidence, Lexicon lexicon, WordNet words) {
        this.claim = claim;
        this.evidence = List.copyOf(evidence);
        this.words = words;
        for (ReadSentence sentence : evidence) {
            cosines.add(sentence.encoded().tokens().cosines(claim.encoded().tokens()));
        }
        for (int index = 0; index < claim.words().size(); index++) {
            if (claim.content(index, lexicon)) {
                links.add(link(index));
            }
        }
    }

    /** The content words in the claim's order. */
    List<Link> links() {
        return links;
    }

    TaggedWord word(Link link) {
        return claim.words().get(link.index());
    }

    String key(Link link) {
        return claim.keys().get(link.index());
    }

    private Link link(int index) {
        double best = Double.NEGATIVE_INFINITY;
        Link chosen = new Link(index, 0, Relation.NONE, null, -1, -1);
        Relation closest = Relation.NONE;
        String opposite = null;
        for (int sentence = 0; sentence < evidence.size(); sentence++) {
            ReadSentence given = evidence.get(sentence);
            for (int place = 0; place < given.words().size(); place++) {
                if (!given.verbal(place)) {
                    continue;
                }
                double near = nearness(
                        cosines.get(sentence),
                        claim.pieces().get(index),
                        given.pieces().get(place));
                Relation relation = relation(index, given, place);
                if (relation != Relation.SAME
                        && opposite(claim.words().get(index), given.words().get(place))) {
                    opposite = given.words().get(place).text();
                }
                closest = relation.compareTo(closest) > 0 ? relation : closest;
                double value = near
                        + switch (relation) {
                            case SAME -> SAME_AHEAD;
                            case ALIKE -> ALIKE_AHEAD;
                            default -> 0;
                        };
                if (value > best) {
                    best = value;
                    chosen = new Link(index, near, relation, null, sentence, place);
                }
            }
        }
        return new Link(
                index,
                chosen.nearness(),
                closest,
                closest == Relation.SAME ? null : opposite,
                chosen.sentence(),
                chosen.place());
    }

    /** The mean over one word's tokens of the greatest cosine with a token of the other. */
    private static double nearness(float[][] cosines, int[] pieces, int[] others) {
        double sum = 0;
        for (int piece : pieces) {
            double greatest = -1;
            for (int other : others) {
                greatest = Math.max(greatest, cosines[piece][other]);
            }
            sum += greatest;
        }
        return pieces.length == 0 ? 0 : sum / pieces.length;
    }

    private Relation relation(int index, ReadSentence given, int place) {
        TaggedWord claimed = claim.words().get(index);
        TaggedWord said = given.words().get(place);
        String one = lower(claimed);
        String other = lower(said);
        if (one.equals(other) || claim.keys().get(index).equals(given.keys().get(place))) {
            return Relation.SAME;
        }
        boolean synonyms = words.synonyms(one, claimed.tag()).contains(other)
                || words.synonyms(one, said.tag()).contains(other)
                || words.derived(one, claimed.tag()).contains(other)
                || words.derived(other, said.tag()).contains(one);
        if (synonyms) {
            return Relation.ALIKE;
        }
        if (!claimed.is(PartOfSpeech.PROPN) && words.isKindOf(other, one, said.tag())) {
            return Relation.BROADER;
        }
        return words.isKindOf(one, other, claimed.tag()) ? Relation.NARROWER : Relation.NONE;
    }

    private boolean opposite(TaggedWord claimed, TaggedWord said) {
        String one = lower(claimed);
        String other = lower(said);
        return words.antonyms(one, claimed.tag()).contains(other)
                || words.antonyms(other, said.tag()).contains(one)
                || words.antonyms(one, said.tag()).contains(other);
    }

    private static String lower(TaggedWord word) {
        return word.lemma().toLowerCase(Locale.ROOT);
    }

    /** The words whose antonym the evidence has where it otherwise has at least half of the claim's words. */
    List<Finding> opposites() {
        List<Finding> findings = new ArrayList<>();
        for (Link link : links) {
            if (link.opposite() != null) {
                long said = links.stream()
                        .filter(other -> other.relation() == Relation.SAME)
                        .count();
                if (2 * said >= links.size() - 1) {
                    findings.add(Finding.conflicting("\"" + word(link).text() + "\" is the opposite of \""
                            + link.opposite() + "\" in the evidence"));
                }
            }
        }
        return findings;
    }

    /** For every content word of the evidence the greatest cosine with a token of the claim. */
    double[] backwards(Lexicon lexicon) {
        List<Double> nearest = new ArrayList<>();
        for (int sentence = 0; sentence < evidence.size(); sentence++) {
            ReadSentence given = evidence.get(sentence);
            for (int place = 0; place < given.words().size(); place++) {
                if (given.content(place, lexicon)) {
                    double greatest = -1;
                    for (float[] row : cosines.get(sentence)) {
                        for (int piece : given.pieces().get(place)) {
                            greatest = Math.max(greatest, row[piece]);
                        }
                    }
                    nearest.add(greatest);
                }
            }
        }
        return nearest.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
