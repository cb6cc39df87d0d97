package io.footnote.quiz;

import io.footnote.grounding.CitationGate;
import io.footnote.grounding.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds what could be asked against the article: its key must be right, no distractor may be. Safe for any number of threads. */
final class ItemCheck {
    private final CitationGate gate;

    /** @param gate finds out which statements the article supports */
    ItemCheck(CitationGate gate) {
        this.gate = gate;
    }

    /** The candidate with distractors that the article does not support, or null where too few are left. */
    @Nullable
    Candidate checked(Candidate made, ReadArticle article) {
        Candidate candidate = withoutNeedlessContext(made, article);
        String asked = candidate.asked();
        if (candidate.type() != ItemType.TRUE_FALSE
                && candidate.type() != ItemType.ORDER
                && article.titleStates(candidate.key())) {
            return null;
        }
        if (asked.length() > QuizItem.MAX_QUESTION
                || candidate.type() != ItemType.TRUE_FALSE && QuizItem.holds(asked, candidate.key())) {
            return null;
        }
        ReadSentence sentence = candidate.sentence();
        if (candidate.type() == ItemType.TRUE_FALSE) {
            return isRight(candidate, article) ? candidate : null;
        }
        if (candidate.type() == ItemType.ORDER) {
            return candidate;
        }
        List<String> sound = candidate.distractors().stream()
                .filter(option ->
                        option.length() <= QuizItem.MAX_OPTION && !supported(statementWith(candidate, option), article))
                .limit(QuizMaker.DISTRACTORS)
                .toList();
        return sound.size() < QuizMaker.LEAST_DISTRACTORS ? null : candidate.with(sound);
    }

    /**
     * Whether a true statement is supported by its sentence, and a false one by none. What turns its own sentence round
     * word by word is false by that, whatever the gate thinks of opposites.
     */
    private boolean isRight(Candidate candidate, ReadArticle article) {
        ReadSentence sentence = candidate.sentence();
        String statement = candidate.bare();
        if (candidate.key().equals(QuizItem.TRUE)) {
            return gate.judge(statement, sentence.support()).verdict() == Verdict.SUPPORTED;
        }
        boolean turned = Opposites.of(sentence).stream()
                .map(turn -> sentence.with(turn.start(), turn.end(), turn.opposite()))
                .anyMatch(statement::equals);
        return article.sentences().stream()
                .filter(other -> !turned || other.number() != sentence.number())
                .map(ReadSentence::support)
                .distinct()
                .noneMatch(support -> gate.judge(statement, support).verdict() == Verdict.SUPPORTED);
    }

    /** A question that is clear alone needs nothing before it; one that is too long makes do without where it can. */
    private static Candidate withoutNeedlessContext(Candidate candidate, ReadArticle article) {
        boolean clear = candidate.type() != ItemType.QUOTE && article.contexts().isClear(candidate.bare());
        boolean tooLong = candidate.asked().length() > QuizItem.MAX_QUESTION;
        return clear || tooLong && article.contexts().pointsNowhere(candidate.bare()) ? candidate.alone() : candidate;
    }

    /** What the article would have to say for a distractor to be right. */
    private static String statementWith(Candidate candidate, String option) {
        String question = candidate.question();
        return switch (candidate.type()) {
            case CLOZE -> question.substring(question.indexOf(": ") + 2).replace(ClozeMaker.GAP, option);
            case QUOTE ->
                question.startsWith(QuoteMaker.LEAD)
                        ? option + " said " + question.substring(QuoteMaker.LEAD.length())
                        : option + question.substring("Who".length(), question.length() - 1) + ".";
            default ->
                option + " " + question.replaceAll("^\\S+ (?:which \\S+ )?", "").replaceAll("\\?$", ".");
        };
    }

    /** Whether any sentence of the article supports a statement. */
    boolean supported(String statement, ReadArticle article) {
        return article.sentences().stream()
                .map(ReadSentence::support)
                .distinct()
                .anyMatch(support -> gate.judge(statement, support).verdict() == Verdict.SUPPORTED);
    }
}
