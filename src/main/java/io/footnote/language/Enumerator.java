package io.footnote.language;

import java.util.Optional;

/**
 * The number or letter that begins an item of a list: {@code 1.}, {@code 2)}, {@code 3.)}, {@code (4)}, {@code b.}.
 * Immutable.
 *
 * @param form what stands around the value, with {@code 1} or {@code a} for it: two items of one list share it
 * @param value the place in the list, from 1
 * @param end the code unit after the enumerator
 */
record Enumerator(String form, int value, int end) {
    private static final int MAX_DIGITS = 3;

    /** The enumerator that begins exactly at {@code start} and has white space after it, if there is one. */
    static Optional<Enumerator> at(String text, int start, int limit) {
        int from = start < limit && text.charAt(start) == '(' ? start + 1 : start;
        int at = from;
        while (at < limit && at - from < MAX_DIGITS && isDigit(text.charAt(at))) {
            at++;
        }
        boolean number = at > from;
        if (!number && at < limit && text.charAt(at) >= 'a' && text.charAt(at) <= 'z') {
            at++;
        }
        if (at == from) {
            return Optional.empty();
        }
        int value = number ? Integer.parseInt(text.substring(from, at)) : text.charAt(from) - 'a' + 1;
        int mark = at;
        if (at < limit && text.charAt(at) == '.' && from == start) {
            at++;
        }
        if (at < limit && text.charAt(at) == ')') {
            at++;
        }
        if (at == mark || at >= limit || !Glyphs.isSpace(text.charAt(at))) {
            return Optional.empty();
        }
        String form = text.substring(start, from) + (number ? "1" : "a") + text.substring(mark, at);
        return Optional.of(new Enumerator(form, value, at));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether this item comes right after the other in one list. */
    boolean follows(Enumerator other) {
        return form.equals(other.form) && value == other.value + 1;
    }

    /** Whether this is the first item of a list. */
    boolean isFirst() {
        return value == 1;
    }
}
