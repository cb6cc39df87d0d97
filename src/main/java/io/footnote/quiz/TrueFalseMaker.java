package io.footnote.quiz;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A sentence, and the same with one number, date or name changed. */
final class TrueFalseMaker implements ItemMaker {
    static final String LEAD = "True or false? ";
    /** The same where a further sentence stands before it, which is true. */
    static final String LONG_LEAD = "Is what follows true or false? ";

    /** A shorter sentence says too little of what it is about. */
    private static final int LEAST_WORDS = 6;

    private static final int LONGEST_SENTENCE = 200;
    /** A longer one is a good question only where there is nothing better. */
    private static final int HANDY_SENTENCE = 160;

    private static final Pattern PRONOUN = Pattern.compile("(?i)\\b(?:he|she|his|her|him)\\b");

    @Override
    public List<Candidate> candidates(ReadArticle article) {
        List<Candidate> candidates = new ArrayList<>();
        for (ReadSentence sentence : article.sentences()) {
            if (!sentence.selfContained()
                    || sentence.text().length() > LONGEST_SENTENCE
                    || sentence.text().split(" ").length < LEAST_WORDS) {
                continue;
            }
            boolean plain = sentence.text().length() <= HANDY_SENTENCE
                    && Emphasis.isPlain(sentence)
                    && Clause.of(sentence) != null;
            candidates.add(
                    candidate(sentence, sentence.text(), QuizItem.TRUE, plain ? 0.6 : Candidate.SECOND_RATE));
            boolean called = PRONOUN.matcher(sentence.text()).find();
            for (Target target : Target.of(sentence, article)) {
                boolean person = isPerson(target, article);
                boolean name = article.entity(target.key()) != null;
                if (called && person) {
                    continue; // a pronoun would give the other person away
                }
                boolean noticed = !name || Emphasis.isActor(sentence, sentence.wordAt(target.start()));
                double weight = plain && noticed ? target.weight() : Candidate.SECOND_RATE;
                for (String wrong : target.distractors().subList(0, QuizMaker.LEAST_DISTRACTORS)) {
                    String changed = sentence.with(target.start(), target.end(), wrong);
                    candidates.add(candidate(sentence, changed, QuizItem.FALSE, weight));
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
