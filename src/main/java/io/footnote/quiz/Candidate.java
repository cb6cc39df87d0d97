package io.footnote.quiz;

import java.util.List;

/**
 * An item that could be asked. Immutable.
 *
 * @param type what it asks for
 * @param sentence the sentence it is made from
 * @param evidence the numbers of the sentences its key rests on
 * @param context what has to be read before the question, ending with a full stop; nothing where it is clear by itself
 * @param question what is asked
 * @param key the right option
 * @param distractors wrong options, at least as many as are needed, the best first
 * @param weight how good a question it is beside others of the same sentence, 1 by default
 */
record Candidate(
        ItemType type,
        ReadSentence sentence,
        List<Integer> evidence,
        String context,
        String question,
        String key,
        List<String> distractors,
        double weight) {

    /** The weight of what is asked only where there is nothing better: what a sentence says by the way or as possible. */
    static final double SECOND_RATE = 0.3;

    /** Whether it asks clearly for something that matters. */
    boolean firstRate() {
        return (sentence.clear() || type == ItemType.QUOTE || type.asks()) && weight > SECOND_RATE;
    }

    /** The same with the context of its sentence. */
    Candidate(
            ItemType type,
            ReadSentence sentence,
            List<Integer> evidence,
            String question,
            String key,
            List<String> distractors,
            double weight) {
        this(type, sentence, evidence, sentence.context(), question, key, distractors, weight);
    }

    /** The question without the words that only say what is to be done. */
    String bare() {
        return switch (type) {
            case CLOZE -> question.substring(ClozeMaker.LEAD.length());
            case TRUE_FALSE -> question.substring(TrueFalseMaker.LEAD.length());
            case QUOTE -> question.replace(QuoteMaker.LEAD, "");
            default -> question;
        };
    }

    /** The question behind its context. */
    String asked() {
        if (context.isEmpty()) {
            return question;
        }
        return switch (type) {
            case CLOZE -> ClozeMaker.LONG_LEAD + context + " " + bare();
            default -> context + " " + question;
        };
    }

    /** The same with other wrong options. */
    Candidate with(List<String> options) {
        return new Candidate(type, sentence, evidence, context, question, key, options, weight);
    }

    /** The same with another weight. */
    Candidate weighing(double other) {
        return new Candidate(type, sentence, evidence, context, question, key, distractors, other);
    }

    /** The same as something to ask where there is nothing better. */
    Candidate secondRate() {
        return weighing(SECOND_RATE);
    }

    /** The same without a context. */
    Candidate alone() {
        return new Candidate(type, sentence, evidence, "", question, key, distractors, weight);
    }
}
