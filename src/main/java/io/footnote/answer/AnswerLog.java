package io.footnote.answer;

/** Keeps every answer before anybody sees it. Safe for any number of threads. */
public interface AnswerLog {

    /** Keeps nothing: for measuring. */
    AnswerLog NONE = new AnswerLog() {
        @Override
        public void record(AnswerTrace trace) {}

        @Override
        public void recordShown(ShownSoFar shown) {}
    };

    /**
     * Keeps the answer for good; when this returns, a crash does not lose it. What {@link #recordShown} kept of the same
     * id goes, since the answer holds it.
     *
     * @throws RuntimeException when it could not be kept; the answer must then not be shown
     */
    void record(AnswerTrace trace);

    /**
     * Keeps what is about to be shown of an answer that is still being made, in place of what was kept of it before.
     *
     * @throws RuntimeException when it could not be kept; it must then not be shown
     */
    void recordShown(ShownSoFar shown);
}
