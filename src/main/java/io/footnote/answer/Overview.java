package io.footnote.answer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A view of a whole article that is shown, kept and judged like any answer. */
public enum Overview {
    /** The article in a few of its sentences. */
    SUMMARY,
    /** What it dates, in the order of time. */
    TIMELINE;

    /** What stands in the log for who drafted it. */
    public String engine() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Which one an answer is; nothing where it answers a question. */
    public static Optional<Overview> of(Answer answer) {
        return Arrays.stream(values())
                .filter(kind -> kind.engine().equals(answer.engine()))
                .findFirst();
    }
}
