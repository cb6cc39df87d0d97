package io.footnote.grounding;

import io.footnote.grounding.Alignment.Link;
import io.footnote.grounding.Alignment.Relation;
import io.footnote.language.TaggedWord;
import io.footnote.language.WordNet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * How a claim's parts, and the sentence it comes nearest to copying, fit together, as numbers: the part least said, words
 * put in the place of others, words that were moved. For one claim.
 */
final class StructureFeatures {

    /** A shorter part says too little to be looked at by itself, in content words. */
    private static final int SHORTEST_PART = 2;

    private static final int LONGEST_RUN = 6;

    private final Alignment alignment;
    private final List<ReadSentence> evidence;
    private final WordNet net;

    StructureFeatures(Alignment alignment, List<ReadSentence> evidence, WordNet net) {
        this.alignment = alignment;
        this.evidence = evidence;
        this.net = net;
    }

    /** Hands each feature on with its name. @param parts of the claim */
    void put(List<Segments.Segment> parts, BiConsumer<String, Double> to) {
        putParts(parts, to);
        putCopy(to);
        putExchanged(to);
    }

    private void putParts(List<Segments.Segment> parts, BiConsumer<String, Double> to) {
        double said = 1;
        double nearness = 1;
        for (Segments.Segment part : parts) {
            List<Link> links = alignment.links().stream()
                    .filter(link -> link.index() >= part.first() && link.index() <= part.last())
                    .toList();
            if (links.size() >= SHORTEST_PART) {
                long met = links.stream().filter(SupportFeatures::said).count();
                said = Math.min(said, (double) met / links.size());
                nearness = Math.min(
                        nearness,
                        links.stream()
                                .mapToDouble(SupportFeatures::alike)
                                .average()
                                .orElse(1));
            }
        }
        to.accept("part_said", said);
        to.accept("part_nearness", nearness);
        int run = 0;
        int longest = 0;
        for (Link link : alignment.links()) {
            run = SupportFeatures.said(link) ? 0 : run + 1;
            longest = Math.max(longest, run);
        }
        to.accept("part_run", (double) Math.min(LONGEST_RUN, longest));
    }

    /** How much of the claim stands in one sentence, and what of it stands there in another order. */
    private void putCopy(BiConsumer<String, Double> to) {
        List<Link> links = alignment.links();
        List<Integer> places = List.of();
        for (int index = 0; index < evidence.size(); index++) {
            int sentence = index;
            List<Integer> here = links.stream()
                    .filter(link -> link.sentence() == sentence && link.relation() == Relation.SAME)
                    .map(Link::place)
                    .toList();
            places = here.size() > places.size() ? here : places;
        }
        double copied = links.isEmpty() ? 0 : (double) places.size() / links.size();
        double moved = Math.min(SupportFeatures.MOST, places.size() - increasing(places));
        double unsaid =
                links.stream().filter(link -> !SupportFeatures.said(link)).count();
        to.accept("copied", copied);
        to.accept("copied_unsaid", copied * Math.min(SupportFeatures.MOST, unsaid));
        to.accept("moved", moved);
        to.accept("copied_moved", copied * moved);
    }

    /** Words of the claim that stand for a word which the claim has not, and words that stand for none. */
    private void putExchanged(BiConsumer<String, Double> to) {
        Set<String> claimed = alignment.links().stream().map(alignment::key).collect(Collectors.toSet());
        double sisters = 0;
        double substituted = 0;
        double inserted = 0;
        for (Link link : alignment.links()) {
            if (!SupportFeatures.said(link) && link.sentence() >= 0) {
                ReadSentence sentence = evidence.get(link.sentence());
                TaggedWord given = sentence.words().get(link.place());
                TaggedWord own = alignment.word(link);
                boolean free = !claimed.contains(sentence.keys().get(link.place()));
                boolean exchanged = free && own.tag() == given.tag();
                substituted += exchanged ? 1 : 0;
                inserted += exchanged ? 0 : 1;
                sisters += free && link.relation() == Relation.NONE && sisters(own, given) ? 1 : 0;
            }
        }
        to.accept("sisters", Math.min(SupportFeatures.MOST, sisters));
        to.accept("substituted", Math.min(SupportFeatures.MOST, substituted));
        to.accept("inserted", Math.min(SupportFeatures.MOST, inserted));
    }

    /** Whether both are of one kind, one step up. */
    private boolean sisters(TaggedWord one, TaggedWord other) {
        Set<String> kinds = net.hypernyms(one.lemma().toLowerCase(Locale.ROOT), one.tag());
        return net.hypernyms(other.lemma().toLowerCase(Locale.ROOT), other.tag()).stream()
                .anyMatch(kinds::contains);
    }

    /** The length of the longest rising subsequence. */
    private static int increasing(List<Integer> values) {
        int[] longest = new int[values.size()];
        int most = 0;
        for (int index = 0; index < longest.length; index++) {
            longest[index] = 1;
            for (int before = 0; before < index; before++) {
                if (values.get(before) < values.get(index)) {
                    longest[index] = Math.max(longest[index], longest[before] + 1);
                }
            }
            most = Math.max(most, longest[index]);
        }
        return most;
    }
}
