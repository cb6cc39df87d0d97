package io.footnote.telegram;

/**
 * What the bot says. Immutable.
 *
 * @param html in Telegram's HTML
 * @param plain what a reader sees of it, at most {@value #MAX_LENGTH} UTF-16 units
 */
record Reply(String html, String plain) {
    /** The longest text of a message, in UTF-16 units without the markup. */
    static final int MAX_LENGTH = 4096;

    /** @throws IllegalArgumentException when there is nothing to read, or too much */
    Reply {
        if (plain.isBlank() || plain.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a reply must have 1 to " + MAX_LENGTH + " units, got " + plain.length());
        }
    }

    /** A sentence without markup. */
    static Reply of(String sentence) {
        return new Markup().text(sentence).reply();
    }
}
