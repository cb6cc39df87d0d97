package io.footnote.answer;

/**
 * Is shown an answer while it is made. Called by the thread that asks, one call after the other; an exception out of it
 * ends the question.
 */
@FunctionalInterface
public interface AnswerListener {

    /**
     * One more statement has passed the gate and is in the log. What is shown by it stays in the answer: later calls,
     * and the answer itself, begin with the same statements and the same numbers of sources.
     *
     * @param soFar the statements until now, the last one being new, with their sources; no words are singled out yet
     */
    void checked(Grounded soFar);
}
