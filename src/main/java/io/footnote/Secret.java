package io.footnote;

/**
 * A password, key or token. Prints as stars, so that it cannot slip into a log or a message; {@link #value} is the only
 * way to it. Immutable.
 *
 * @param value the secret itself, not blank
 */
public record Secret(String value) {

    /** @throws IllegalArgumentException when {@code value} is blank */
    public Secret {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a secret must not be blank");
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
