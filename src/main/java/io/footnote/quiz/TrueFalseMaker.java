package io.footnote.quiz;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A sentence, and the same with one number, date or name changed. */
final class TrueFalseMaker implements ItemMaker {
    static final String LEAD = "True or false? ";
    private static final int LONGEST_SENTENCE = 200;
    private static final Pattern PRONOUN = Pattern.compile("(?i)\\b(?:he|she|his|her|him)\\b");

    @Override
    public List<Candidate> candidates(ReadArticle article) {
        List<Candidate> candidates = new ArrayList<>();
        for (ReadSentence sentence : article.sentences()) {
            if (!sentence.selfContained() || sentence.text().length() > LONGEST_SENTENCE) {
                continue;
            }
            candidates.add(candidate(sentence, sentence.text(), QuizItem.TRUE, 0.6));
            boolean called = PRONOUN.matcher(sentence.text()).find();
            for (Target target : Target.of(sentence, article)) {
                if (called && isPerson(target, article)) {
                    continue; // a pronoun would give the other person away
                }
                for (String wrong : target.distractors().subList(0, QuizMaker.LEAST_DISTRACTORS)) {
                    String changed = sentence.with(target.start(), target.end(), wrong);
                    candidates.add(candidate(sentence, changed, QuizItem.FALSE, target.weight()));
                }
            }
        }
        return candidates;
    }

    private static boolean isPerson(Target target, ReadArticle article) {
        Entity entity = article.entity(target.key());
        return entity != null && entity.kind() == Entity.Kind.PERSON;
    }

    private static Candidate candidate(ReadSentence sentence, String statement, String key, double weight) {
        return new Candidate(
                ItemType.TRUE_FALSE, sentence, sentence.evidence(), LEAD + statement, key, List.of(), weight);
    }
}
