package io.footnote.answer;

/** Keeps every answer before anybody sees it. Safe for any number of threads. */
public interface AnswerLog {

    /**
     * Keeps the answer for good; when this returns, a crash does not lose it.
     *
     * @throws RuntimeException when it could not be kept; the answer must then not be shown
     */
    void record(AnswerTrace trace);
}
