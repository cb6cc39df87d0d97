package io.footnote.quiz;

import io.footnote.language.PartOfSpeech;
import io.footnote.language.TaggedWord;
import io.footnote.language.WordNet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Whether a sentence can be understood by itself: no pronoun and no pointing word leads out of it. */
final class SelfContained {
    private static final Set<String> PERSONAL = Set.of("he", "she", "him", "her", "his", "hers", "himself", "herself");
    private static final Set<String> PLURAL = Set.of("they", "them", "their", "theirs", "themselves");
    private static final Set<String> NEUTER = Set.of("it", "its", "itself");
    private static final Set<String> OF_THE_SPEAKER =
            Set.of("i", "me", "my", "we", "us", "our", "you", "your", "myself", "ourselves", "mine", "ours");
    private static final Set<String> POINTING = Set.of("this", "these", "those", "such", "another", "latter");
    /** As subjects they stand for something said before. */
    private static final Set<String> LOOSE_SUBJECTS = Set.of(
            "one", "some", "others", "both", "all", "many", "most", "that", "each", "neither", "either", "several",
            "two", "more", "few", "none", "half", "there", "then", "what", "who", "which", "so", "here", "how", "why",
            "when");

    private static final Set<String> DANGLING = Set.of(
            "instead",
            "again",
            "else",
            "likewise",
            "meanwhile",
            "otherwise",
            "similarly",
            "afterwards",
            "previously",
            "earlier",
            "below",
            "above",
            "following",
            "do",
            "does",
            "did");

    private static final Set<String> ADDITIVE = Set.of("additional", "further", "extra", "same");
    private static final Set<String> DAYS =
            Set.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

    private final WordNet wordNet;
    private final Predicate<String> person;

    /** @param person whether a word is the name of a person of the article */
    SelfContained(WordNet wordNet, Predicate<String> person) {
        this.wordNet = wordNet;
        this.person = person;
    }

    /** Whether nobody speaks of himself outside a quotation: such a remark is a speaker's, not the article's. */
    static boolean isImpersonal(List<TaggedWord> words, String text) {
        return text.chars().anyMatch(unit -> unit == '“' || unit == '"')
                || words.stream().noneMatch(SelfContained::ofTheSpeaker);
    }

    boolean holds(List<TaggedWord> words) {
        return words.stream().noneMatch(SelfContained::ofTheSpeaker) && holdsQuoted(words);
    }

    /** The same for what somebody is quoted with, in which "I" and "we" are clear. */
    boolean holdsQuoted(List<TaggedWord> words) {
        return pointsNowhere(words) && !opensLoosely(words);
    }

    /** Whether no pronoun and no pointing word leads out of a text, however it opens. */
    boolean pointsNowhere(List<TaggedWord> words) {
        for (int index = 0; index < words.size(); index++) {
            String lower = words.get(index).text().toLowerCase(Locale.ROOT);
            if (pointsOut(words, index, lower)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a text does not open with a word that stands for something said before, those pronouns apart. */
    boolean opensWell(List<TaggedWord> words, Set<String> pronouns) {
        return !words.isEmpty()
                && (pronouns.contains(words.getFirst().text().toLowerCase(Locale.ROOT)) || !opensLoosely(words));
    }

    private static boolean ofTheSpeaker(TaggedWord word) {
        return OF_THE_SPEAKER.contains(word.text().toLowerCase(Locale.ROOT))
                && !word.text().equals("US");
    }

    private boolean pointsOut(List<TaggedWord> words, int index, String lower) {
        if (addsToNothing(words, index, lower) || equatesWithNothing(words, index, lower)) {
            return true;
        }
        if (PERSONAL.contains(lower)) {
            return !before(words, index, this::isPerson);
        }
        boolean object = lower.equals("them")
                && index >= 2
                && Set.of("who", "that", "which").contains(words.get(index - 2).text());
        if (object || NEUTER.contains(lower) && opensWithParticiple(words, index)) {
            return true;
        }
        if (Set.of("it", "them", "him").contains(lower) && objectOfOnlyVerb(words, index)) {
            return true;
        }
        if (NEUTER.contains(lower)) {
            return !before(words, index, word -> isNoun(word) && !plural(word) && !DAYS.contains(word.text()))
                    && !cleft(words, index);
        }
        if (PLURAL.contains(lower)) {
            return !before(words, index, word -> isNoun(word) && plural(word) && !isTime(word))
                    && !joined(words, index);
        }
        if (lower.equals("that") && Set.of("’s", "'s", "is", "was").contains(next(words, index))) {
            return index == 0
                    || !isNoun(words.get(index - 1))
                            && !words.get(index - 1).text().equals(",");
        }
        if (POINTING.contains(lower)) {
            boolean relative = lower.equals("those")
                            && index + 1 < words.size()
                            && Set.of("who", "that", "born", "with", "in", "of").contains(next(words, index))
                    || lower.equals("such") && next(words, index).equals("as");
            boolean thisYear =
                    lower.equals("this") && Set.of("year", "week", "month").contains(next(words, index));
            return !relative && !thisYear;
        }
        return DANGLING.contains(lower)
                && !next(words, index).equals("not")
                && !next(words, index).equals("n't");
    }

    /** "An additional attraction": something like it has been named before, here or elsewhere. */
    private static boolean addsToNothing(List<TaggedWord> words, int index, String lower) {
        boolean adds = ADDITIVE.contains(lower) && !next(words, index).equals("time");
        int noun = index + 1;
        while (noun < words.size() && words.get(noun).is(PartOfSpeech.ADJ)) {
            noun++;
        }
        if (!adds || noun >= words.size() || !isNoun(words.get(noun))) {
            return false;
        }
        String added = words.get(noun).lemma();
        return !before(words, index, word -> isNoun(word) && word.lemma().equals(added));
    }

    /** "They were almost as fit": as whom? */
    private static boolean equatesWithNothing(List<TaggedWord> words, int index, String lower) {
        boolean equates = lower.equals("as")
                && index > 0
                && index + 1 < words.size()
                && words.get(index + 1).is(PartOfSpeech.ADJ)
                && (words.get(index - 1).is(PartOfSpeech.ADV)
                        || words.get(index - 1).lemma().equals("be"));
        return equates
                && words.subList(index + 1, words.size()).stream()
                        .noneMatch(word -> word.text().equals("as"));
    }

    /** "Found in the sea, it was": the subject itself is the pronoun. */
    private static boolean opensWithParticiple(List<TaggedWord> words, int index) {
        return index >= 2
                && words.getFirst().is(PartOfSpeech.VERB)
                && words.get(index - 1).text().equals(",");
    }

    /** "It was Russia that": the pronoun stands for nothing. */
    private static boolean cleft(List<TaggedWord> words, int index) {
        return index == 0
                && words.size() > 2
                && words.get(1).lemma().equals("be")
                && words.get(2).is(PartOfSpeech.PROPN)
                && words.stream().anyMatch(word -> word.text().equals("that"));
    }

    private boolean isPerson(TaggedWord word) {
        return person.test(word.text())
                || word.is(PartOfSpeech.NOUN) && wordNet.isKindOf(word.lemma(), "person", PartOfSpeech.NOUN);
    }

    private boolean isTime(TaggedWord word) {
        return wordNet.isKindOf(word.lemma(), "time period", PartOfSpeech.NOUN)
                || word.lemma().equals("time");
    }

    /** "Microsoft replaced it": the pronoun is the object of the text's first verb, and so is not its subject. */
    private static boolean objectOfOnlyVerb(List<TaggedWord> words, int index) {
        long verbs = words.subList(0, index).stream()
                .filter(word -> word.is(PartOfSpeech.VERB))
                .count();
        boolean comma = words.subList(0, index).stream()
                .anyMatch(word -> word.text().matches("[,.;]") || word.is(PartOfSpeech.CCONJ));
        return verbs == 1 && !comma && words.get(index - 1).is(PartOfSpeech.VERB);
    }

    private static boolean isNoun(TaggedWord word) {
        return word.is(PartOfSpeech.NOUN) || word.is(PartOfSpeech.PROPN);
    }

    private static boolean plural(TaggedWord word) {
        String lower = word.text().toLowerCase(Locale.ROOT);
        return lower.equals("people")
                || lower.equals("children")
                || lower.equals("police")
                || lower.endsWith("s") && !lower.equals(word.lemma().toLowerCase(Locale.ROOT));
    }

    private static boolean joined(List<TaggedWord> words, int index) {
        return before(words, index, word -> word.text().equals("and"))
                && before(words, index, word -> word.is(PartOfSpeech.PROPN));
    }

    private static boolean before(List<TaggedWord> words, int index, Predicate<TaggedWord> wanted) {
        return words.subList(0, index).stream().anyMatch(wanted);
    }

    private static String next(List<TaggedWord> words, int index) {
        return index + 1 < words.size() ? words.get(index + 1).text().toLowerCase(Locale.ROOT) : "";
    }

    private static boolean opensLoosely(List<TaggedWord> words) {
        if (words.isEmpty()) {
            return true;
        }
        String first = words.getFirst().text().toLowerCase(Locale.ROOT);
        boolean existential = first.equals("there");
        boolean quantifies = words.size() > 1
                && (words.get(1).is(PartOfSpeech.NOUN)
                        || words.get(1).is(PartOfSpeech.ADJ)
                        || words.get(1).is(PartOfSpeech.PROPN));
        return LOOSE_SUBJECTS.contains(first) && !existential && !quantifies;
    }
}
