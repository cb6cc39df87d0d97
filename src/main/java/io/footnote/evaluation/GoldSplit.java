package io.footnote.evaluation;

import io.footnote.language.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A text and where its sentences are. Immutable.
 *
 * @param id what the data set calls it
 * @param text the text
 * @param sentences its sentences in the order of the text, none overlapping, none blank; at least one
 */
public record GoldSplit(String id, String text, List<Span> sentences) {

    /** @throws IllegalArgumentException when there is no sentence */
    public GoldSplit {
        sentences = List.copyOf(sentences);
        if (sentences.isEmpty()) {
            throw new IllegalArgumentException("sentences must not be empty");
        }
    }

    /**
     * Finds gold sentences in their text, one after the other; white space may differ, nothing else.
     *
     * @return the place of every sentence up to the first that is not found: as many as {@code sentences} when all are
     */
    static List<Span> locate(String text, List<String> sentences) {
        StringBuilder letters = new StringBuilder(text.length());
        int[] offsets = new int[text.length()];
        for (int index = 0; index < text.length(); index++) {
            if (!WhiteSpace.is(text.charAt(index))) {
                offsets[letters.length()] = index;
                letters.append(text.charAt(index));
            }
        }
        List<Span> spans = new ArrayList<>(sentences.size());
        int from = 0;
        for (String sentence : sentences) {
            String wanted = WhiteSpace.collapse(sentence).replace(" ", "");
            int at = wanted.isEmpty() ? -1 : letters.indexOf(wanted, from);
            if (at < 0) {
                break;
            }
            from = at + wanted.length();
            spans.add(new Span(offsets[at], offsets[from - 1] + 1));
        }
        return spans;
    }
}
