package io.footnote.quiz;

import io.footnote.language.PartOfSpeech;
import io.footnote.language.TaggedWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who or what did it: the subject of a plain statement is asked for, so that the words keep their order. */
final class SubjectMaker implements ItemMaker {
    private static final Pattern CLEFT = Pattern.compile("It (?:was|is) (?:the )?(.+?) (?:that|who) (.+)\\.");
    private static final Set<String> REPORTING =
            Set.of("say", "tell", "ask", "add", "announce", "think", "believe", "hope", "be", "note", "estimate");

    @Override
    public List<Candidate> candidates(ReadArticle article) {
        List<Candidate> candidates = new ArrayList<>();
        for (ReadSentence sentence : article.sentences()) {
            Clause clause = Clause.of(sentence);
            Candidate cleft = sentence.selfContained() ? cleft(sentence, article) : null;
            if (cleft != null) {
                candidates.add(cleft);
            }
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
        boolean said = verb.equals("say") && entity.kind() == Entity.Kind.PERSON && clause.lead() == 0;
        if (asking.isEmpty() || REPORTING.contains(verb) && !said || !clause.source().isEmpty()) {
            return null;
        }
        String question = asking + " " + clause.predicateWithLead() + "?";
        if (said && !Set.of("that", "the").contains(sentence.lower(clause.verb() + 1))) {
            return null;
        }
        return new Candidate(
                said ? ItemType.QUOTE : entity.kind() == Entity.Kind.PERSON ? ItemType.WHO : ItemType.WHAT,
                sentence,
                sentence.evidence(),
                question,
                entity.text(),
                Distractors.entities(entity, article, question),
                1);
    }

    /** "It was X that did it": who or which country did it. */
    private static @Nullable Candidate cleft(ReadSentence sentence, ReadArticle article) {
        Matcher cleft = CLEFT.matcher(sentence.text());
        if (!cleft.matches()) {
            return null;
        }
        Entity entity = article.entity(cleft.group(1));
        if (entity == null || !entity.text().equals(cleft.group(1))) {
            return null;
        }
        String asking = entity.kind() == Entity.Kind.COUNTRY
                ? "Which country"
                : entity.kind() == Entity.Kind.PERSON ? "Who" : "";
        String question = asking + " " + cleft.group(2) + "?";
        return asking.isEmpty()
                ? null
                : new Candidate(
                        entity.kind() == Entity.Kind.PERSON ? ItemType.WHO : ItemType.WHAT,
                        sentence,
                        sentence.evidence(),
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
        ObjectMaker.Phrase phrase = ObjectMaker.Phrase.at(sentence, clause.first());
        boolean whole = phrase != null && phrase.end() == clause.last();
        List<String> others = whole && phrase != null
                ? Things.phrases(phrase, kind, article, question)
                : Things.others(clause, kind, article, question);
        if (others.size() < QuizMaker.LEAST_DISTRACTORS || QuizItem.holds(question, head.text())) {
            return null;
        }
        return new Candidate(
                person ? ItemType.WHO : ItemType.WHAT,
                sentence,
                sentence.evidence(),
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
