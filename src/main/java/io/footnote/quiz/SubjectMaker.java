package io.footnote.quiz;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who, or which country or organization, did it: the subject of a plain statement is asked for, so that the words keep their order. */
final class SubjectMaker implements ItemMaker {
    private static final Pattern CLEFT = Pattern.compile("It (?:was|is) (?:the )?(.+?) (?:that|who) (.+)\\.");
    private static final Pattern DENIED = Pattern.compile("\\b(?:not|never|no longer)\\b|n[’']t\\b");
    /** A shorter predicate says too little to tell one subject from another. */
    private static final int LEAST_PREDICATE = 4;

    private static final Set<String> REPORTING =
            Set.of("say", "tell", "ask", "add", "announce", "think", "believe", "hope", "note", "estimate");

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
            if (candidate != null) {
                candidates.add(candidate);
            }
        }
        return candidates;
    }

    private static @Nullable Candidate named(Clause clause, ReadArticle article) {
        ReadSentence sentence = clause.sentence();
        String subject = clause.subject().replaceAll("^[Tt]he ", "");
        Entity titled =
                article.entity(subject.replaceAll("^(?:President|Secretary of State|Prime Minister|Dr\\.?) ", ""));
        Entity entity = titled != null && titled.kind() == Entity.Kind.PERSON ? titled : article.entity(subject);
        subject = entity == titled && entity != null && subject.endsWith(entity.text()) ? entity.text() : subject;
        boolean whole = entity != null && (subject.equals(entity.text()) || subject.equals(entity.last()));
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
        if (asking.isEmpty()
                || REPORTING.contains(verb) && !said
                || !clause.source().isEmpty()) {
            return null;
        }
        String question =
                asking + " " + clause.predicateWithLead().replaceAll(", (?:which|where|who|whose) .*$", "") + "?";
        boolean thing =
                entity.kind() == Entity.Kind.PERSON && question.matches("(?:Who (?:are|were|have) .*|.*\\bits?\\b.*)");
        boolean denied = DENIED.matcher(question).find(); // what is true of one only is true of none of the others
        if (thing || denied || clause.end() - clause.predicate() < LEAST_PREDICATE) {
            return null;
        }
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
                question.contains(" one of ") ? Candidate.SECOND_RATE : 1);
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
}
