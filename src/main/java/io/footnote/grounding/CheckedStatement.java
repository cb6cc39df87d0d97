package io.footnote.grounding;

import java.util.List;

/**
 * A statement after the gate. Immutable.
 *
 * @param statement the statement, with the citations that were judged
 * @param verdict what the cited sentences say about it
 * @param score how well they support it, in [0, 1]
 * @param reasons why it is not better supported, a clause each; empty when nothing speaks against it
 */
public record CheckedStatement(Statement statement, Verdict verdict, double score, List<String> reasons) {

    /**
     * @throws IllegalArgumentException when {@code score} is outside [0, 1], or a supported statement cites nothing
     */
    public CheckedStatement {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score must be in [0, 1], got " + score);
        }
        if (verdict == Verdict.SUPPORTED && statement.citations().isEmpty()) {
            throw new IllegalArgumentException("a supported statement must cite a sentence, got " + statement);
        }
        reasons = List.copyOf(reasons);
    }

    /** Whether a reader may see it. */
    public boolean supported() {
        return verdict == Verdict.SUPPORTED;
    }
}
