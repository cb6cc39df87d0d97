package io.footnote.quiz;

import java.util.List;

/**
 * An item that could be asked. Immutable.
 *
 * @param type what it asks for
 * @param sentence the sentence it is made from
 * @param evidence the numbers of the sentences its key rests on
 * @param question what is asked
 * @param key the right option
 * @param distractors wrong options, at least as many as are needed, the best first
 * @param weight how good a question it is beside others of the same sentence, 1 by default
 */
record Candidate(
        ItemType type,
        ReadSentence sentence,
        List<Integer> evidence,
        String question,
        String key,
        List<String> distractors,
        double weight) {}
