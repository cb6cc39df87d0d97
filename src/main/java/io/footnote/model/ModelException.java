package io.footnote.model;

import java.util.List;

/**
 * A chat model gave no reply. The message says why in a clause that follows "the language model"; it names no key and no
 * address.
 */
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<ModelCall> calls;

    ModelException(String why, List<ModelCall> calls) {
        super(why);
        this.calls = List.copyOf(calls);
    }

    /** Every request that was made; none where the model was not asked. */
    public List<ModelCall> calls() {
        return calls;
    }
}
