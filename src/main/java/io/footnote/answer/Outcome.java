package io.footnote.answer;

import io.footnote.grounding.CheckedStatement;
import io.footnote.model.ModelCall;
import java.util.List;

/** An answer that is not recorded yet, and what was done on the way to it. Immutable. */
record Outcome(Answer answer, List<CheckedStatement> rejected, List<ModelCall> calls, List<Step> steps) {

    /** Makes the lists immutable. */
    Outcome {
        rejected = List.copyOf(rejected);
        calls = List.copyOf(calls);
        steps = List.copyOf(steps);
    }
}
