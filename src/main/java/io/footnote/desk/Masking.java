package io.footnote.desk;

import java.util.regex.Pattern;

/** Hides e-mail addresses and telephone numbers in what readers wrote. */
final class Masking {
    /** What stands in the place of what is hidden. */
    static final String HIDDEN = "•••";

    // bounded, so that no text makes the search slow
    private static final Pattern ADDRESS =
            Pattern.compile("[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,4}");

    /** Seven to fifteen digits with the usual marks between them, as E.164 allows; shorter ones are years and sums. */
    private static final Pattern TELEPHONE = Pattern.compile(
            "(?<![\\p{L}\\p{N}.,])(?:\\+|00|\\(?0)?[0-9](?:[ ()/.-]{0,2}[0-9]){6,14}(?![\\p{L}\\p{N}])");

    private Masking() {}

    /** The text without them. */
    static String masked(String text) {
        return TELEPHONE
                .matcher(ADDRESS.matcher(text).replaceAll(HIDDEN + "@" + HIDDEN))
                .replaceAll(HIDDEN);
    }

    /** Whether anything in it would be hidden. */
    static boolean any(String text) {
        return !masked(text).equals(text);
    }
}
