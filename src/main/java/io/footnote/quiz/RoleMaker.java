package io.footnote.quiz;

import io.footnote.language.PartOfSpeech;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who somebody is: the aside behind a name that says what office or trade the person has. */
final class RoleMaker implements ItemMaker {
    private static final int LEAST_WORDS = 4;
    private static final int LONGEST_WORDS = 16;
    /** "A former bricklayer" says less of somebody than "the director of the centre". */
    private static final double UNSPECIFIC = 0.6;
    /** A body that the article has named in full before. */
    private static final Pattern SHORTENED = Pattern.compile("\\bthe"
            + " (?:Commission|Board|Council|Committee|Ministry|Agency|University|Party|Government|Church|Court|Department"
            + "|Institute|Association|Union|Foundation|Center|Centre)$");

    private static final Pattern FINITE = Pattern.compile("\\b(?:is|are|was|were|has|have|had|will|does|do|did)\\b");
    /** What an office before a name stands behind. */
    private static final Set<String> DIVIDING = Set.of(",", "”", "“", "\"", ";", ":", "said", "says");

    @Override
    public List<Candidate> candidates(ReadArticle article) {
        List<Candidate> candidates = new ArrayList<>();
        for (ReadSentence sentence : article.sentences()) {
            for (PersonMention mention : PersonMention.in(sentence, article)) {
                add(candidates, candidate(sentence, mention.person(), mention.end(), article));
                add(candidates, before(sentence, mention.person(), mention.first(), mention.end(), article));
            }
        }
        return candidates;
    }

    private static void add(List<Candidate> candidates, @Nullable Candidate candidate) {
        if (candidate != null) {
            candidates.add(candidate);
        }
    }

    /** "The leader of the party, Ann Lee, said": the office before the name, with whose it is. */
    private static @Nullable Candidate before(
            ReadSentence sentence, Entity person, int name, int end, ReadArticle article) {
        int first = name - 2;
        while (first > 0 && name - first <= LONGEST_WORDS && !DIVIDING.contains(sentence.lower(first - 1))) {
            first--;
        }
        boolean opens = first == 0 || first > 0 && DIVIDING.contains(sentence.lower(first - 1));
        boolean apart = name >= 2
                && sentence.lower(name - 1).equals(",")
                && Set.of(",", ".").contains(sentence.lower(end));
        if (!apart || !opens || name - 1 - first < 2 || pointsOut(sentence, first, name - 1)) {
            return null;
        }
        String role = sentence.written(first, name - 1);
        boolean whose =
                sentence.words().subList(first + 1, name - 1).stream().anyMatch(word -> word.is(PartOfSpeech.PROPN))
                        || sentence.is(first, PartOfSpeech.PROPN);
        boolean verb = sentence.words().subList(first, name - 1).stream()
                .anyMatch(word -> word.is(PartOfSpeech.VERB) || word.is(PartOfSpeech.AUX));
        boolean shortened = SHORTENED.matcher(role).find();
        boolean several = shortened
                || role.contains(" and ")
                || article.entities().stream()
                        .anyMatch(other -> other.kind() == Entity.Kind.PERSON && QuizItem.holds(role, other.text()));
        if (!whose
                || verb
                || role.matches(".*[_/@:].*")
                || several
                || !isOffice(sentence, first, name - 1, article)
                || QuizItem.holds(role, person.last())) {
            return null;
        }
        boolean possessive = role.contains("’s ") || role.contains("'s ");
        boolean title = article.words().isKindOf(sentence.lower(first), "person", PartOfSpeech.NOUN);
        String bare = !title && sentence.is(first, PartOfSpeech.PROPN) || first > 0
                ? role
                : role.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + role.substring(1);
        boolean determined = bare.matches("(?:the|a|an) .*") || possessive && sentence.is(first, PartOfSpeech.PROPN);
        boolean past = sentence.annotated().dates().stream().anyMatch(date -> date.year() != 0);
        String question = (past ? "Who was " : "Who is ") + (determined ? "" : "the ") + bare + "?";
        return new Candidate(
                ItemType.WHO,
                sentence,
                sentence.evidence(),
                "",
                question,
                person.text(),
                Distractors.entities(person, article, question),
                1);
    }

    /** Whether the last noun before "of", "for" or the like, or the last of all, is what a person can be. */
    private static boolean isOffice(ReadSentence sentence, int first, int end, ReadArticle article) {
        int head = first;
        while (head + 1 < end && !sentence.is(head + 1, PartOfSpeech.ADP)) {
            head++;
        }
        return article.words().isKindOf(sentence.words().get(head).lemma(), "person", PartOfSpeech.NOUN);
    }

    private static @Nullable Candidate candidate(ReadSentence sentence, Entity person, int comma, ReadArticle article) {
        if (!sentence.lower(comma).equals(",")) {
            return null;
        }
        boolean aged = sentence.is(comma + 1, PartOfSpeech.NUM)
                && sentence.lower(comma + 2).equals(",");
        int opener = aged ? comma + 3 : comma + 1;
        boolean relative = sentence.lower(opener).equals("who")
                && (sentence.is(opener + 1, PartOfSpeech.AUX) || sentence.is(opener + 1, PartOfSpeech.VERB))
                && !sentence.is(opener + 2, PartOfSpeech.ADP);
        int first = relative ? opener + 1 : opener;
        int close = first;
        while (close < sentence.words().size() && !Set.of(",", ".").contains(sentence.lower(close))) {
            close++;
        }
        String role = sentence.written(first, close);
        boolean sentenceInside = !relative && FINITE.matcher(role).find() || role.matches(".*[_/@:].*");
        boolean fits = !sentenceInside
                && close - first >= LEAST_WORDS
                && close - first <= LONGEST_WORDS
                && (relative || isRole(sentence, first, close, article));
        if (!fits || pointsOut(sentence, first, close) || QuizItem.holds(role, person.last())) {
            return null;
        }
        boolean any = Set.of("a", "an").contains(sentence.lower(first));
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
                any ? UNSPECIFIC : 1);
    }

    /** Whether it opens with what a person can be, and has no verb of its own. */
    private static boolean isRole(ReadSentence sentence, int first, int close, ReadArticle article) {
        boolean person = false;
        for (int index = first; index < close && !sentence.is(index, PartOfSpeech.ADP); index++) {
            String noun = article.words().baseForm(sentence.lower(index), PartOfSpeech.NOUN);
            person |= article.words().isKindOf(noun, "person", PartOfSpeech.NOUN);
        }
        boolean opens = sentence.is(first, PartOfSpeech.NOUN)
                || sentence.is(first, PartOfSpeech.ADJ)
                || sentence.is(first, PartOfSpeech.DET);
        return person && opens;
    }

    private static boolean pointsOut(ReadSentence sentence, int first, int close) {
        for (int index = first; index < close; index++) {
            boolean pronoun = sentence.is(index, PartOfSpeech.PRON);
            boolean verb = sentence.is(index, PartOfSpeech.AUX) && index > first + 1;
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
