package io.footnote.evaluation;

/** Follows an evaluation while it runs. Called by the thread that evaluates, in the order of the data. */
public interface EvaluationListener {

    /** A data set begins, with {@link DataSet#size} items to come. */
    default void started(DataSet dataSet) {}

    /** One item has been measured. */
    default void advanced() {}

    /** A question has been answered or refused; comes before its {@link #advanced}. */
    default void answered(QuestionOutcome outcome) {}

    /** The data set is done. */
    default void finished() {}

    /** One that tells this listener first and {@code next} after it. */
    default EvaluationListener andThen(EvaluationListener next) {
        EvaluationListener first = this;
        return new EvaluationListener() {
            @Override
            public void started(DataSet dataSet) {
                first.started(dataSet);
                next.started(dataSet);
            }

            @Override
            public void advanced() {
                first.advanced();
                next.advanced();
            }

            @Override
            public void answered(QuestionOutcome outcome) {
                first.answered(outcome);
                next.answered(outcome);
            }

            @Override
            public void finished() {
                first.finished();
                next.finished();
            }
        };
    }
}
