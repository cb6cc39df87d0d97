package io.footnote.quiz;

import io.footnote.language.Name;
import io.footnote.language.PartOfSpeech;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who somebody is: the aside behind a name that says what office or trade the person has. */
final class RoleMaker implements ItemMaker {
    private static final int LEAST_WORDS = 4;
    private static final int LONGEST_WORDS = 16;

    @Override
    public List<Candidate> candidates(ReadArticle article) {
        List<Candidate> candidates = new ArrayList<>();
        for (ReadSentence sentence : article.sentences()) {
            for (Name name : sentence.annotated().names()) {
                Entity person = article.entity(sentence.annotated().written(name.first(), name.last()));
                if (person != null && person.kind() == Entity.Kind.PERSON) {
                    int end = sentence.annotated().tokens().get(name.last()).end();
                    Candidate candidate = candidate(sentence, person, sentence.wordAt(end), article);
                    if (candidate != null) {
                        candidates.add(candidate);
                    }
                }
            }
        }
        return candidates;
    }

    private static @Nullable Candidate candidate(ReadSentence sentence, Entity person, int comma, ReadArticle article) {
        if (!sentence.lower(comma).equals(",")) {
            return null;
        }
        boolean relative = sentence.lower(comma + 1).equals("who")
                && Set.of("is", "led", "was").contains(sentence.lower(comma + 2));
        int first = relative ? comma + 2 : comma + 1;
        int close = first;
        while (close < sentence.words().size() && !Set.of(",", ".").contains(sentence.lower(close))) {
            close++;
        }
        String role = sentence.written(first, close);
        boolean fits = close - first >= LEAST_WORDS
                && close - first <= LONGEST_WORDS
                && (relative || isRole(sentence, first, close, article));
        if (!fits || pointsOut(sentence, first, close) || QuizItem.holds(role, person.last())) {
            return null;
        }
        boolean determined =
                Set.of("the", "a", "an").contains(sentence.lower(first)) || sentence.is(first, PartOfSpeech.PROPN);
        String question = relative ? "Who " + role + "?" : "Who is " + (determined ? "" : "the ") + role + "?";
        return new Candidate(
                ItemType.WHO,
                sentence,
                sentence.evidence(),
                question,
                person.text(),
                Distractors.entities(person, article, question),
                1);
    }

    /** Whether it opens with what a person can be, and has no verb of its own. */
    private static boolean isRole(ReadSentence sentence, int first, int close, ReadArticle article) {
        boolean person = false;
        for (int index = first; index < close; index++) {
            if (sentence.is(index, PartOfSpeech.ADP)) {
                break;
            }
            person |= sentence.is(index, PartOfSpeech.NOUN)
                    && article.words().isKindOf(sentence.words().get(index).lemma(), "person", PartOfSpeech.NOUN);
        }
        boolean opens = sentence.is(first, PartOfSpeech.NOUN)
                || sentence.is(first, PartOfSpeech.ADJ)
                || sentence.is(first, PartOfSpeech.DET);
        return person && opens;
    }

    private static boolean pointsOut(ReadSentence sentence, int first, int close) {
        for (int index = first; index < close; index++) {
            boolean pronoun = sentence.is(index, PartOfSpeech.PRON);
            boolean verb = sentence.is(index, PartOfSpeech.AUX) && index > first;
            if (pronoun
                    || verb
                    || sentence.lower(index).equals("“")
                    || sentence.lower(index).equals("\"")) {
                return true;
            }
        }
        return false;
    }
}
