package io.footnote.language;

/**
 * A stretch of a text: where it begins and where it ends. Immutable.
 *
 * @param start the first UTF-16 code unit, from 0
 * @param end the code unit after the last, at least {@code start}
 */
public record Span(int start, int end) {

    /** @throws IllegalArgumentException when {@code start} is negative or {@code end} lies before it */
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("span must be 0 <= start <= end, got [" + start + ", " + end + ")");
        }
    }

    /** The number of UTF-16 code units. */
    public int length() {
        return end - start;
    }

    /** The words of {@code text} that this span covers; the span must lie within it. */
    public String of(String text) {
        return text.substring(start, end);
    }

    /** Whether the two share at least one code unit. */
    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }
}
