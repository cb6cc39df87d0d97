package io.footnote.quiz;

import io.footnote.language.PartOfSpeech;
import io.footnote.language.TaggedWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was done or made: the object of a plain statement is asked for. */
final class ObjectMaker implements ItemMaker {
    private static final int LONGEST_QUESTION = 160;
    private static final Set<String> VAGUE = Set.of("be", "have", "do", "say", "tell", "make", "take", "give", "put",
            "become", "seem", "need", "want", "play", "include", "call", "name", "help");

    @Override
    public List<Candidate> candidates(ReadArticle article) {
        List<Candidate> candidates = new ArrayList<>();
        for (ReadSentence sentence : article.sentences()) {
            Clause clause = Clause.of(sentence);
            Candidate candidate = clause == null || !sentence.selfContained() ? null : candidate(clause, article);
            if (candidate != null && candidate.question().length() <= LONGEST_QUESTION) {
                candidates.add(candidate);
            }
        }
        return candidates;
    }

    private static @Nullable Candidate candidate(Clause clause, ReadArticle article) {
        ReadSentence sentence = clause.sentence();
        int verb = clause.verb();
        while (sentence.is(verb, PartOfSpeech.AUX) || sentence.is(verb, PartOfSpeech.ADV)) {
            verb++;
        }
        if (!sentence.is(verb, PartOfSpeech.VERB) || VAGUE.contains(sentence.words().get(verb).lemma())) {
            return null;
        }
        Phrase object = Phrase.at(sentence, verb + 1);
        if (object == null || !ends(sentence, object.end(), clause.end()) || !clause.source().isEmpty()) {
            return null;
        }
        String kind = Things.kindOf(object.head().lemma(), article.words());
        String inverted = clause.inverted(object.first(), object.end());
        if (kind.isEmpty() || inverted == null || kind.equals("person")) {
            return null;
        }
        String lead = clause.lead() == 0 ? "" : " " + clause.leadInside();
        String question = "What " + inverted + lead + "?";
        List<String> others = Things.phrases(object, kind, article, question);
        return others.size() < QuizMaker.DISTRACTORS || QuizItem.holds(question, object.head().text())
                ? null
                : new Candidate(
                        ItemType.WHAT,
                        sentence,
                        sentence.evidence(),
                        question,
                        Things.capital(object.text()),
                        others,
                        0.8);
    }

    private static boolean ends(ReadSentence sentence, int index, int end) {
        return index >= end
                || Set.of("in", "at", "from", "for", "through", "during", "after", "before", "by", "across", "while", "as")
                        .contains(sentence.lower(index));
    }

    /** A determiner, adjectives and nouns, with nothing behind that belongs to it. */
    record Phrase(ReadSentence sentence, int first, int end) {
        private static final int LONGEST_WORDS = 6;

        static @Nullable Phrase at(ReadSentence sentence, int first) {
            if (!Set.of("the", "a", "an").contains(sentence.lower(first))) {
                return null;
            }
            int index = first + 1;
            while (sentence.is(index, PartOfSpeech.ADJ)
                    || sentence.is(index, PartOfSpeech.NOUN)
                    || sentence.lower(index).equals("-")) {
                index++;
            }
            boolean noun = index > first + 1 && sentence.is(index - 1, PartOfSpeech.NOUN);
            boolean goesOn = sentence.is(index, PartOfSpeech.PROPN)
                    || sentence.is(index, PartOfSpeech.NUM)
                    || Set.of("of", "’s", "'s", "’", "that", "which", "who", "to").contains(sentence.lower(index));
            return noun && !goesOn && index - first <= LONGEST_WORDS ? new Phrase(sentence, first, index) : null;
        }

        String text() {
            return sentence.written(first, end);
        }

        TaggedWord head() {
            return sentence.words().get(end - 1);
        }

        boolean plural() {
            return !head().text().equalsIgnoreCase(head().lemma());
        }

        boolean definite() {
            return sentence.lower(first).equals("the");
        }
    }
}
