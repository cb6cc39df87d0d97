package io.footnote.answer;

import io.footnote.model.ModelCall;
import java.util.List;

/**
 * A drafter wrote no draft. The message says why in a sentence for the reader; the embedded drafter can stand in.
 */
public final class DraftException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean malformed;
    private final transient List<ModelCall> calls;

    /**
     * @param message one sentence for the reader
     * @param malformed whether there was a reply, but no draft in it
     * @param calls what was asked of models
     */
    public DraftException(String message, boolean malformed, List<ModelCall> calls) {
        super(message);
        this.malformed = malformed;
        this.calls = List.copyOf(calls);
    }

    /** Whether there was a reply, but no draft in it. */
    public boolean malformed() {
        return malformed;
    }

    /** What was asked of models. */
    public List<ModelCall> calls() {
        return calls;
    }
}
