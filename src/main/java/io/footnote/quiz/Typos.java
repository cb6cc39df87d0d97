package io.footnote.quiz;

import io.footnote.language.Lexicon;
import io.footnote.language.PartOfSpeech;
import io.footnote.language.WordNet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says which words are probably misspelt: unknown to WordNet, but known once a letter is put in or left out, or two are
 * swapped. A letter changed for another does not count, since that is how British and American spelling differ. Safe for
 * any number of threads.
 */
final class Typos {
    private static final int SHORTEST = 5;
    private static final int MOST_KEPT = 10_000;
    private static final List<PartOfSpeech> OPEN =
            List.of(PartOfSpeech.NOUN, PartOfSpeech.VERB, PartOfSpeech.ADJ, PartOfSpeech.ADV);

    private final WordNet wordNet;
    private final Lexicon lexicon;
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    Typos(WordNet wordNet, Lexicon lexicon) {
        this.wordNet = wordNet;
        this.lexicon = lexicon;
    }

    /** Whether a word as it is written is probably misspelt; names, numbers and joined words never are. */
    boolean likely(String word) {
        if (word.length() < SHORTEST || !word.matches("[a-z]+")) {
            return false;
        }
        if (known.size() > MOST_KEPT) {
            known.clear();
        }
        return known.computeIfAbsent(word, this::misspelt);
    }

    private boolean misspelt(String word) {
        if (isWord(word) || isWord(word.replace("s", "z")) || isWord(word.replace("our", "or"))) {
            return false;
        }
        for (int index = 0; index <= word.length(); index++) {
            String before = word.substring(0, index);
            String rest = word.substring(index);
            if (rest.length() > 1 && isWord(before + rest.charAt(1) + rest.charAt(0) + rest.substring(2))) {
                return true;
            }
            for (char letter = 'a'; letter <= 'z'; letter++) {
                if (isWord(before + letter + rest)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isWord(String word) {
        if (lexicon.isStopWord(word) || lexicon.isCommonWord(word)) {
            return true;
        }
        return OPEN.stream()
                .anyMatch(tag -> wordNet.knows(word, tag) || wordNet.knows(wordNet.baseForm(word, tag), tag));
    }
}
