package io.footnote;

import java.io.Serial;
import java.util.List;

/**
 * The configuration cannot be used. The message has one line for every problem found, each with the key and what is
 * allowed; it never holds a secret.
 */
public final class SettingsException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    SettingsException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** The problems, a sentence each, at least one. */
    public List<String> problems() {
        return problems;
    }
}
