package io.footnote.grounding;

import io.footnote.language.Lexicon;
import io.footnote.language.PartOfSpeech;
import io.footnote.language.TaggedWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A claim cut where a clause, or a part that says something of its own, begins. */
final class Segments {

    /** A shorter part says too little to be looked at by itself, in content words. */
    private static final int SHORTEST = 2;

    private Segments() {}

    /**
     * A part of a claim.
     *
     * @param first the index of its first word
     * @param last the index of its last word
     */
    record Segment(int first, int last) {}

    /** The parts in order; together they are the claim. Too short a part goes with the one before it. */
    static List<Segment> of(ReadSentence claim, Lexicon lexicon) {
        List<TaggedWord> words = claim.words();
        List<Segment> segments = new ArrayList<>();
        int first = 0;
        int content = 0;
        int rest = remaining(claim, 0, lexicon);
        for (int index = 0; index < words.size(); index++) {
            if (index > first && content >= SHORTEST && rest >= SHORTEST && opens(words, index, lexicon)) {
                segments.add(new Segment(first, index - 1));
                first = index;
                content = 0;
            }
            if (claim.content(index, lexicon)) {
                content++;
                rest--;
            }
        }
        if (first < words.size()) {
            segments.add(new Segment(first, words.size() - 1));
        }
        return segments;
    }

    private static int remaining(ReadSentence claim, int from, Lexicon lexicon) {
        int content = 0;
        for (int index = from; index < claim.words().size(); index++) {
            content += claim.content(index, lexicon) ? 1 : 0;
        }
        return content;
    }

    private static boolean opens(List<TaggedWord> words, int index, Lexicon lexicon) {
        TaggedWord word = words.get(index);
        String text = word.text().toLowerCase(Locale.ROOT);
        return switch (text) {
            case ",", ";", ":", "–", "—", "(" -> true;
            case "after", "before", "amid", "despite", "during", "following" -> !comma(words, index - 1);
            default ->
                word.is(PartOfSpeech.SCONJ) && !text.equals("that") && !comma(words, index - 1)
                        || lexicon.opensClause(text) && !comma(words, index - 1);
        };
    }

    private static boolean comma(List<TaggedWord> words, int index) {
        return words.get(index).text().equals(",");
    }
}
