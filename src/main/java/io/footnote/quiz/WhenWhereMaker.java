package io.footnote.quiz;

import io.footnote.language.DateMention;
import io.footnote.language.Name;
import io.footnote.language.PartOfSpeech;
import io.footnote.language.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** When and where: an adverbial of a plain statement is asked for and left out of the question. */
final class WhenWhereMaker implements ItemMaker {
    private static final int LONGEST_QUESTION = 200;
    private static final Set<String> WHERE = Set.of("in", "at", "near");

    @Override
    public List<Candidate> candidates(ReadArticle article) {
        List<Candidate> candidates = new ArrayList<>();
        for (ReadSentence sentence : article.sentences()) {
            Clause clause = Clause.of(sentence);
            if (clause == null || !sentence.selfContained()) {
                continue;
            }
            List<Token> tokens = sentence.annotated().tokens();
            for (DateMention date : sentence.annotated().dates()) {
                add(
                        candidates,
                        when(
                                clause,
                                tokens.get(date.first()).start(),
                                tokens.get(date.last()).end(),
                                article));
            }
            for (Name name : sentence.annotated().names()) {
                add(
                        candidates,
                        agent(
                                clause,
                                tokens.get(name.first()).start(),
                                tokens.get(name.last()).end(),
                                article));
                add(
                        candidates,
                        where(
                                clause,
                                tokens.get(name.first()).start(),
                                tokens.get(name.last()).end(),
                                article));
            }
        }
        return candidates;
    }

    private static void add(List<Candidate> candidates, @Nullable Candidate candidate) {
        if (candidate != null && candidate.question().length() <= LONGEST_QUESTION) {
            candidates.add(candidate);
        }
    }

    private static @Nullable Candidate when(Clause clause, int start, int end, ReadArticle article) {
        ReadSentence sentence = clause.sentence();
        int word = sentence.wordAt(start);
        String key = sentence.text().substring(start, end);
        String asking = key.matches("[12]\\d{3}") && sentence.lower(word - 1).equals("in")
                ? "In which year"
                : key.matches("[A-Z][a-z]+day") && sentence.lower(word - 1).equals("on") ? "On which day" : "";
        if (asking.isEmpty()) {
            return null;
        }
        String inverted = without(clause, word - 1, sentence.wordAt(end));
        if (inverted == null || inverted.matches(".* in [12]\\d{3} to .*")) {
            return null;
        }
        return new Candidate(
                ItemType.WHEN,
                sentence,
                sentence.evidence(),
                asking + " " + inverted + "?",
                key,
                Distractors.dates(key, article),
                key.endsWith("day") ? Candidate.SECOND_RATE : 1);
    }

    private static @Nullable Candidate where(Clause clause, int start, int end, ReadArticle article) {
        ReadSentence sentence = clause.sentence();
        int word = sentence.wordAt(start);
        String written = sentence.text().substring(start, end);
        Entity entity = article.entity(written);
        boolean the = sentence.lower(word - 1).equals("the");
        int preposition = the ? word - 2 : word - 1;
        boolean place = entity != null
                && entity.text().equals(written)
                && (entity.kind() == Entity.Kind.PLACE || entity.kind() == Entity.Kind.COUNTRY)
                && WHERE.contains(sentence.lower(preposition));
        if (!place || entity == null) {
            return null;
        }
        boolean afterVerb = preposition > clause.verb() && sentence.is(preposition - 1, PartOfSpeech.VERB);
        boolean opens = preposition == 0 && clause.lead() == sentence.wordAt(end);
        boolean endsAfter = sentence.wordAt(end) >= clause.end()
                || Set.of("by", "after", "to", "in").contains(sentence.lower(sentence.wordAt(end)));
        String inverted = opens || afterVerb && endsAfter ? without(clause, preposition, sentence.wordAt(end)) : null;
        return inverted == null || QuizItem.holds(inverted, entity.last())
                ? null
                : new Candidate(
                        ItemType.WHERE,
                        sentence,
                        sentence.evidence(),
                        "Where " + inverted + "?",
                        entity.text(),
                        Distractors.entities(entity, article, inverted),
                        1);
    }

    /** "The call was initiated by X": who or which country it was initiated by. */
    private static @Nullable Candidate agent(Clause clause, int start, int end, ReadArticle article) {
        ReadSentence sentence = clause.sentence();
        int word = sentence.wordAt(start);
        Entity entity = article.entity(sentence.text().substring(start, end));
        boolean passive = sentence.is(clause.verb(), PartOfSpeech.AUX)
                && word - 1 > clause.verb()
                && sentence.lower(word - 1).equals("by")
                && sentence.is(word - 2, PartOfSpeech.VERB)
                && sentence.wordAt(end) >= clause.end();
        for (int index = clause.verb(); index < word - 2; index++) {
            passive &= sentence.is(index, PartOfSpeech.AUX) || sentence.is(index, PartOfSpeech.ADV);
        }
        if (!passive || entity == null) {
            return null;
        }
        String asking = switch (entity.kind()) {
            case COUNTRY -> "Which country";
            case ORGANIZATION -> "Which organization";
            case PERSON -> "Who";
            default -> "";
        };
        String inverted = clause.inverted(word, sentence.wordAt(end));
        return asking.isEmpty() || inverted == null
                ? null
                : new Candidate(
                        entity.kind() == Entity.Kind.PERSON ? ItemType.WHO : ItemType.WHAT,
                        sentence,
                        sentence.evidence(),
                        asking + " " + inverted + "?",
                        entity.text(),
                        Distractors.entities(entity, article, inverted),
                        1);
    }

    /** The clause as a question less an adverbial that opens it, follows its verb or ends it; null elsewhere. */
    private static @Nullable String without(Clause clause, int from, int to) {
        ReadSentence sentence = clause.sentence();
        if (from == 0 && clause.lead() == to) {
            return clause.inverted(clause.end(), clause.end());
        }
        boolean behind = from > clause.verb() && clause.lead() == 0;
        boolean ends = to >= clause.end();
        boolean afterVerb = sentence.is(from - 1, PartOfSpeech.VERB) || sentence.is(from - 1, PartOfSpeech.AUX);
        boolean relative = false;
        int commas = 0;
        for (int index = clause.verb() + 1; index < from; index++) {
            String lower = sentence.lower(index);
            relative |= sentence.is(index, PartOfSpeech.PRON)
                    && Set.of("which", "who", "that", "whose").contains(lower);
            commas += lower.equals(",") ? 1 : 0;
        }
        boolean infinitive = false;
        for (int index = clause.verb() + 1; index + 1 < from; index++) {
            infinitive |= sentence.lower(index).equals("to") && sentence.is(index + 1, PartOfSpeech.VERB);
        }
        relative |= infinitive && sentence.lower(clause.verb()).matches("is|are|will");
        boolean goesOn = sentence.lower(to).equals("when") || sentence.lower(to).equals("by");
        String inverted = behind && (ends || afterVerb || goesOn) && !relative && commas % 2 == 0
                ? clause.inverted(from, to)
                : null;
        return inverted == null
                ? null
                : trimmed(inverted, sentence.words().get(clause.verb()).lemma());
    }

    /** Without what comments on it; "when" goes on to say what "came" in that year. */
    private static String trimmed(String question, String verb) {
        String shorter = question.replaceAll(", (?:the|where|which|who|whose) .*$", "");
        return Set.of("come", "occur", "happen").contains(verb) ? shorter : shorter.replaceAll(" when .*$", "");
    }
}
