package io.footnote.model;

import java.util.List;

/**
 * What a chat model replied. Immutable.
 *
 * @param text the reply as it came; not to be trusted
 * @param calls every request that was made for it, the last one being this reply's
 */
public record Reply(String text, List<ModelCall> calls) {

    /** Makes the list immutable. */
    public Reply {
        calls = List.copyOf(calls);
    }
}
