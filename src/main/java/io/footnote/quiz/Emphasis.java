package io.footnote.quiz;

import io.footnote.language.PartOfSpeech;
import io.footnote.language.TaggedWord;
import java.util.Set;
import java.util.regex.Pattern;

/** What a sentence is about, as against what it only mentions by the way or holds for possible. */
final class Emphasis {
    private static final Set<String> BY_THE_WAY =
            Set.of("which", "who", "whose", "whom", "where", "including", "with", "according", "such", "like");
    private static final Pattern HEDGE =
            Pattern.compile("(?i)\\b(?:could|may|might|perhaps|possibly|probably|(?<!most |least"
                    + " )likely|unlikely|should|would|hopes?|hoped|hoping"
                    + "|believed|thinks?|thought|seems?|seemed|appears?|appeared|suggests?|suggested|potential"
                    + "|potentially|reportedly|allegedly|rumou?rs?|expected|if)\\b");
    private static final Pattern IGNORANCE = Pattern.compile(
            "(?i)\\b(?:(?:could|can|did|does|do|would)(?: ?n[o’']t|not) (?:say|tell|know)|(?:is|was|remains)"
                    + " (?:unclear|unknown))\\b");
    private static final Pattern PAIRED = Pattern.compile(
            "(?i)\\b(?:one .* and one|both|neither|either|twice|double|pair|couple|each other|latter|former)\\b");

    private Emphasis() {}

    /** Whether the word at that index stands in the main clause. */
    static boolean inMainClause(ReadSentence sentence, int index) {
        boolean aside = sentence.is(0, PartOfSpeech.SCONJ)
                || sentence.lower(0).endsWith("ing")
                || sentence.is(0, PartOfSpeech.VERB);
        boolean opening = aside;
        for (int at = 0; at < index; at++) {
            boolean comma =
                    sentence.lower(at).matches("[,–—-]") && !sentence.lower(at).equals("-");
            if (comma && aside && (opening || finite(sentence, at + 1))) {
                aside = false;
                opening = false;
            } else if (comma && opensAside(sentence, at + 1) || opensClause(sentence, at)) {
                aside = true;
            }
        }
        return !aside;
    }

    private static boolean opensAside(ReadSentence sentence, int index) {
        boolean participle =
                sentence.is(index, PartOfSpeech.VERB) && sentence.lower(index).matches(".*(?:ing|ed)");
        return BY_THE_WAY.contains(sentence.lower(index)) || participle || sentence.is(index, PartOfSpeech.SCONJ);
    }

    private static boolean opensClause(ReadSentence sentence, int index) {
        boolean relative = sentence.lower(index).matches("which|whose|whom|where|who");
        boolean conjunction = sentence.is(index, PartOfSpeech.SCONJ)
                && !sentence.lower(index).equals("that")
                && !sentence.lower(index).equals("than");
        return index > 0 && (relative || conjunction);
    }

    private static boolean finite(ReadSentence sentence, int index) {
        return sentence.is(index, PartOfSpeech.AUX)
                || sentence.is(index, PartOfSpeech.VERB)
                        && !sentence.lower(index).endsWith("ing");
    }

    /**
     * Whether the words at that index say whom or what the sentence is about: its subject, who did it, or what was done
     * to.
     */
    static boolean isActor(ReadSentence sentence, int index) {
        int before = sentence.lower(index - 1).equals("the") ? index - 2 : index - 1;
        boolean subject = sentence.words().subList(0, index).stream().noneMatch(Emphasis::verbal);
        boolean agent = sentence.lower(before).equals("by")
                || sentence.is(before, PartOfSpeech.VERB)
                || sentence.is(before, PartOfSpeech.AUX);
        return inMainClause(sentence, index) && (subject || agent);
    }

    private static boolean verbal(TaggedWord word) {
        return word.is(PartOfSpeech.VERB) || word.is(PartOfSpeech.AUX);
    }

    /** Whether the sentence says that something is so, not that it could be. */
    static boolean isPlain(ReadSentence sentence) {
        return !HEDGE.matcher(sentence.text()).find();
    }

    /** Whether the sentence only says that somebody does not know. */
    static boolean knowsNothing(ReadSentence sentence) {
        return IGNORANCE.matcher(sentence.text()).find();
    }

    /** Whether something in the sentence goes with its number, so that another number would not fit. */
    static boolean pairs(ReadSentence sentence) {
        return PAIRED.matcher(sentence.text()).find();
    }
}
