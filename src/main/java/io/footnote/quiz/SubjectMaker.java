package io.footnote.quiz;

import io.footnote.language.PartOfSpeech;
import io.footnote.language.TaggedWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who or what did it: the subject of a plain statement is asked for, so that the words keep their order. */
final class SubjectMaker implements ItemMaker {
    private static final Set<String> REPORTING =
            Set.of("say", "tell", "ask", "add", "announce", "think", "believe", "hope", "be", "note", "estimate");

    @Override
    public List<Candidate> candidates(ReadArticle article) {
        List<Candidate> candidates = new ArrayList<>();
        for (ReadSentence sentence : article.sentences()) {
            Clause clause = Clause.of(sentence);
            if (clause == null || !sentence.selfContained() || clause.predicateNeedsSubject()) {
                continue;
            }
            Candidate candidate = named(clause, article);
            if (candidate == null) {
                candidate = common(clause, article);
            }
            if (candidate != null) {
                candidates.add(candidate);
            }
        }
        return candidates;
    }

    private static @Nullable Candidate named(Clause clause, ReadArticle article) {
        ReadSentence sentence = clause.sentence();
        String subject = clause.subject().replaceAll("^[Tt]he ", "");
        Entity entity = article.entity(subject);
        boolean whole = entity != null
                && (subject.equals(entity.text()) || subject.equals(entity.last()));
        if (!whole || entity == null) {
            return null;
        }
        String asking = switch (entity.kind()) {
            case PERSON -> "Who";
            case COUNTRY -> "Which country";
            case ORGANIZATION -> "Which organization";
            default -> "";
        };
        String verb = sentence.words().get(clause.verb()).lemma();
        if (asking.isEmpty() || REPORTING.contains(verb)) {
            return null;
        }
        String question = asking + " " + clause.predicateWithLead() + "?";
        return new Candidate(
                entity.kind() == Entity.Kind.PERSON ? ItemType.WHO : ItemType.WHAT,
                sentence,
                List.of(sentence.number()),
                question,
                entity.text(),
                Distractors.entities(entity, article, question),
                1);
    }

    /** What did it, where other things of the article of the same kind and number can stand beside it. */
    private static @Nullable Candidate common(Clause clause, ReadArticle article) {
        ReadSentence sentence = clause.sentence();
        if (!isSimpleThing(clause)) {
            return null;
        }
        TaggedWord head = sentence.words().get(clause.last() - 1);
        String kind = Things.kindOf(head.lemma(), article.words());
        if (kind.isEmpty() || REPORTING.contains(sentence.words().get(clause.verb()).lemma())) {
            return null;
        }
        boolean person = kind.equals("person");
        String question = (person ? "Who " : "What ") + clause.predicateWithLead() + "?";
        List<String> others = Things.others(clause, kind, article, question);
        if (others.size() < QuizMaker.DISTRACTORS || QuizItem.holds(question, head.text())) {
            return null;
        }
        return new Candidate(
                person ? ItemType.WHO : ItemType.WHAT,
                sentence,
                List.of(sentence.number()),
                question,
                Things.shown(clause),
                others,
                0.7);
    }

    static boolean isSimpleThing(Clause clause) {
        ReadSentence sentence = clause.sentence();
        String first = sentence.lower(clause.first());
        boolean determined = first.equals("the") || first.equals("a") || first.equals("an");
        boolean bare = sentence.is(clause.first(), PartOfSpeech.NOUN) || sentence.is(clause.first(), PartOfSpeech.ADJ);
        if (!determined && !bare || clause.last() - clause.first() > 6) {
            return false;
        }
        for (int index = clause.first(); index < clause.last(); index++) {
            TaggedWord word = sentence.words().get(index);
            boolean fits = word.is(PartOfSpeech.NOUN)
                    || word.is(PartOfSpeech.ADJ)
                    || index == clause.first() && determined
                    || word.text().equals("-");
            if (!fits || word.text().toLowerCase(Locale.ROOT).equals("number")) {
                return false;
            }
        }
        return sentence.is(clause.last() - 1, PartOfSpeech.NOUN);
    }
}
