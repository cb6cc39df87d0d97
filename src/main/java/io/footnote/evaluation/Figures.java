package io.footnote.evaluation;

/**
 * What was measured, over one data set or pooled over several of a kind. Immutable. The JSON has a field a component,
 * and the kinds have no field name in common.
 */
public sealed interface Figures permits QuestionFigures, ClaimFigures, SentenceFigures, PageFigures {

    /** What was measured: {@code questions}, {@code claims}, {@code sentences} or {@code pages}. */
    String kind();
}
