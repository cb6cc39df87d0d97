package io.footnote.evaluation;

import io.footnote.language.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What became of one text that was split. Immutable.
 *
 * <p>White space around a sentence counts neither way: boundaries are compared after trimming.
 *
 * @param gold the text and its sentences
 * @param exact whether the sentences found are exactly the gold ones
 * @param ends the ends of sentences
 * @param innerEnds the ends of sentences that end no block: those after which more than white space comes before the
 *     next blank line or the end of the text. Every splitter that respects blank lines finds the others
 * @param substringMismatches how many of the spans found are not the place of a sentence: outside the text, blank,
 *     with white space at an end, or beginning before the one before has ended
 */
public record SplitOutcome(
        GoldSplit gold, boolean exact, BoundaryCounts ends, BoundaryCounts innerEnds, int substringMismatches) {

    /** Compares the spans found with the gold ones. */
    static SplitOutcome of(GoldSplit gold, List<Span> found) {
        String text = gold.text();
        List<Span> trimmed = new ArrayList<>();
        int mismatches = 0;
        int end = 0;
        for (Span span : found) {
            Span sentence = trim(text, span);
            if (!sentence.equals(span) || span.length() == 0 || span.start() < end) {
                mismatches++;
            }
            if (sentence.length() > 0) {
                trimmed.add(sentence);
            }
            end = Math.max(end, span.end());
        }
        Set<Integer> goldEnds = ends(gold.sentences());
        Set<Integer> foundEnds = ends(trimmed);
        BoundaryCounts all = BoundaryCounts.of(goldEnds, foundEnds);
        goldEnds.removeIf(offset -> endsBlock(text, offset));
        foundEnds.removeIf(offset -> endsBlock(text, offset));
        return new SplitOutcome(
                gold, trimmed.equals(gold.sentences()), all, BoundaryCounts.of(goldEnds, foundEnds), mismatches);
    }

    private static Set<Integer> ends(List<Span> sentences) {
        Set<Integer> ends = new HashSet<>();
        sentences.forEach(sentence -> ends.add(sentence.end()));
        return ends;
    }

    private static Span trim(String text, Span span) {
        int start = Math.min(span.start(), text.length());
        int end = Math.min(span.end(), text.length());
        while (start < end && WhiteSpace.is(text.charAt(start))) {
            start++;
        }
        while (end > start && WhiteSpace.is(text.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    private static boolean endsBlock(String text, int offset) {
        int newlines = 0;
        for (int index = offset; index < text.length(); index++) {
            if (!WhiteSpace.is(text.charAt(index))) {
                return false;
            }
            if (text.charAt(index) == '\n' && ++newlines == 2) {
                return true;
            }
        }
        return true;
    }
}
