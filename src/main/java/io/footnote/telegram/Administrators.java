package io.footnote.telegram;

/** Who may choose for a group. */
@FunctionalInterface
interface Administrators {
    /**
     * Whether a person is an administrator of a group now.
     *
     * @throws IllegalStateException when Telegram does not say
     */
    boolean include(long group, long person);
}
