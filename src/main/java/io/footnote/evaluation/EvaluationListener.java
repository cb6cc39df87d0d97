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
}
