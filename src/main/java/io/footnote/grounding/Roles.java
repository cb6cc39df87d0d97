package io.footnote.grounding;

import io.footnote.language.PartOfSpeech;
import io.footnote.language.TaggedWord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Who did what to whom, shallowly: around each verb the noun phrase before it and the one after it, exchanged where the
 * verb is passive and "by" follows. Phrases inside a prepositional phrase are passed over before a verb. It sees clauses
 * that are put plainly and none that need a parser.
 */
final class Roles {

    /** How far from its verb a phrase may begin or end, in words. */
    private static final int REACH = 8;

    /**
     * A verb with what stands on either side.
     *
     * @param verb its base form
     * @param agent the content words of who does it
     * @param patient the content words of whom it is done to
     */
    record Event(String verb, Set<String> agent, Set<String> patient) {
        /** Whether the other has the same verb with agent and patient exchanged. */
        boolean reverses(Event other) {
            return verb.equals(other.verb)
                    && meet(agent, other.patient)
                    && meet(patient, other.agent)
                    && !meet(agent, other.agent)
                    && !meet(patient, other.patient);
        }

        /** Whether the other has the same verb, agent and patient. */
        boolean agrees(Event other) {
            return verb.equals(other.verb) && meet(agent, other.agent) && meet(patient, other.patient);
        }

        private static boolean meet(Set<String> one, Set<String> other) {
            return one.stream().anyMatch(other::contains);
        }
    }

    private Roles() {}

    /** Whether the evidence tells something of the claim the other way round, and nowhere as the claim does. */
    static boolean reversed(List<TaggedWord> claim, List<ReadSentence> evidence) {
        List<Event> told = evidence.stream()
                .flatMap(sentence -> events(sentence.words()).stream())
                .toList();
        return events(claim).stream()
                .anyMatch(event ->
                        told.stream().anyMatch(event::reverses) && told.stream().noneMatch(event::agrees));
    }

    /** What happens in a sentence, in its order. */
    static List<Event> events(List<TaggedWord> words) {
        List<Event> events = new ArrayList<>();
        for (int index = 0; index < words.size(); index++) {
            if (words.get(index).is(PartOfSpeech.VERB)) {
                Set<String> before = phraseBefore(words, index);
                boolean passive = passive(words, index);
                int by = passive ? by(words, index) : -1;
                Set<String> after = phraseAfter(words, by >= 0 ? by : index);
                if (!before.isEmpty() && !after.isEmpty() && passive == by >= 0) {
                    String verb = words.get(index).lemma();
                    events.add(by >= 0 ? new Event(verb, after, before) : new Event(verb, before, after));
                }
            }
        }
        return events;
    }

    /** The phrases before and after a verb, as indices of words, both inclusive. */
    record Sides(int first, int last, int otherFirst, int otherLast) {}

    /** The noun phrases on either side of each verb that has both. */
    static List<Sides> sides(List<TaggedWord> words) {
        List<Sides> found = new ArrayList<>();
        for (int verb = 0; verb < words.size(); verb++) {
            if (words.get(verb).is(PartOfSpeech.VERB)) {
                int last = verb - 1;
                while (last >= 0
                        && !nominal(words.get(last))
                        && !ends(words.get(last))
                        && verb - last <= REACH
                        && !words.get(last).is(PartOfSpeech.VERB)) {
                    last--;
                }
                int first = last;
                while (first >= 0 && inside(words, first)) {
                    first--;
                }
                int otherFirst = verb + 1;
                while (otherFirst < words.size()
                        && !inPhrase(words.get(otherFirst))
                        && !ends(words.get(otherFirst))
                        && otherFirst - verb <= 3) {
                    otherFirst++;
                }
                int otherLast = otherFirst;
                while (otherLast < words.size() && inside(words, otherLast)) {
                    otherLast++;
                }
                if (first < last && otherFirst < otherLast) {
                    found.add(new Sides(first + 1, last, otherFirst, otherLast - 1));
                }
            }
        }
        return found;
    }

    private static boolean inside(List<TaggedWord> words, int index) {
        boolean hyphen = words.get(index).text().equals("-")
                && index > 0
                && words.get(index - 1).end() == words.get(index).start();
        return hyphen || inPhrase(words.get(index));
    }

    private static boolean passive(List<TaggedWord> words, int verb) {
        int before = verb - 1;
        while (before >= 0
                && (words.get(before).is(PartOfSpeech.ADV) || words.get(before).is(PartOfSpeech.PART))) {
            before--;
        }
        String text = words.get(verb).text().toLowerCase(Locale.ROOT);
        return before >= 0
                && words.get(before).is(PartOfSpeech.AUX)
                && words.get(before).lemma().equals("be")
                && !text.endsWith("ing");
    }

    private static int by(List<TaggedWord> words, int verb) {
        for (int index = verb + 1; index < Math.min(words.size(), verb + REACH); index++) {
            if (words.get(index).lemma().equals("by")) {
                return index;
            }
            if (words.get(index).is(PartOfSpeech.VERB) || ends(words.get(index))) {
                return -1;
            }
        }
        return -1;
    }

    private static Set<String> phraseBefore(List<TaggedWord> words, int verb) {
        Set<String> phrase = new HashSet<>();
        int index = verb - 1;
        while (index >= 0 && index >= verb - REACH && !words.get(index).is(PartOfSpeech.VERB)) {
            if (nominal(words.get(index))) {
                phrase.clear();
                while (index >= 0 && inPhrase(words.get(index))) {
                    add(words.get(index--), phrase);
                }
                if (index < 0 || !words.get(index).is(PartOfSpeech.ADP)) {
                    return phrase;
                }
            }
            index--;
        }
        return phrase;
    }

    private static Set<String> phraseAfter(List<TaggedWord> words, int verb) {
        Set<String> phrase = new HashSet<>();
        for (int index = verb + 1; index < Math.min(words.size(), verb + REACH); index++) {
            if (inPhrase(words.get(index))) {
                add(words.get(index), phrase);
            } else if (!phrase.isEmpty() || ends(words.get(index))) {
                return phrase;
            }
        }
        return phrase;
    }

    private static boolean ends(TaggedWord word) {
        return word.is(PartOfSpeech.PUNCT) || word.is(PartOfSpeech.SCONJ);
    }

    private static boolean nominal(TaggedWord word) {
        return word.is(PartOfSpeech.NOUN) || word.is(PartOfSpeech.PROPN) || word.is(PartOfSpeech.PRON);
    }

    private static boolean inPhrase(TaggedWord word) {
        return nominal(word)
                || word.is(PartOfSpeech.ADJ)
                || word.is(PartOfSpeech.DET)
                || word.is(PartOfSpeech.NUM)
                || word.text().equals("'s");
    }

    private static void add(TaggedWord word, Set<String> phrase) {
        if (word.is(PartOfSpeech.NOUN) || word.is(PartOfSpeech.PROPN)) {
            phrase.add(word.lemma().toLowerCase(Locale.ROOT));
        }
    }
}
