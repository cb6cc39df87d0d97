package io.footnote.quiz;

import java.util.ArrayList;
import java.util.List;

/** A sentence with a gap for a number, a date or a name. */
final class ClozeMaker implements ItemMaker {
    static final String GAP = "_____";
    static final String LEAD = "Complete the sentence: ";
    /** The same where a further sentence stands before it. */
    static final String LONG_LEAD = "Complete the passage: ";

    /** A shorter sentence says too little of what it is about. */
    private static final int LEAST_WORDS = 6;

    private static final int LONGEST_SENTENCE = 230;
    /** A longer one is a good question only where there is nothing better. */
    private static final int HANDY_SENTENCE = 160;

    private static final double SHORT_SENTENCE = 80;

    @Override
    public List<Candidate> candidates(ReadArticle article) {
        List<Candidate> candidates = new ArrayList<>();
        for (ReadSentence sentence : article.sentences()) {
            if (!sentence.selfContained()
                    || Emphasis.knowsNothing(sentence)
                    || sentence.text().length() > LONGEST_SENTENCE
                    || sentence.text().split(" ").length < LEAST_WORDS) {
                continue;
            }
            for (Target target : Target.of(sentence, article)) {
                String question = LEAD + sentence.with(target.start(), target.end(), GAP);
                candidates.add(new Candidate(
                        ItemType.CLOZE,
                        sentence,
                        sentence.evidence(),
                        question,
                        target.key(),
                        target.distractors(),
                        weight(sentence, target)));
            }
        }
        return candidates;
    }

    private static double weight(ReadSentence sentence, Target target) {
        if (!sentence.clear() || !Emphasis.isPlain(sentence)) {
            // Where there is nothing better, the shorter ones are easier to place.
            return Candidate.SECOND_RATE
                    / 2
                    * Math.min(1, SHORT_SENTENCE / sentence.text().length());
        }
        return sentence.text().length() > HANDY_SENTENCE ? Candidate.SECOND_RATE : target.weight();
    }
}
