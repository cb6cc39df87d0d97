package io.footnote.language;

import java.time.LocalDate;

/**
 * The days that a text speaks of: one, or all from the first to the last. Immutable.
 *
 * @param first the first day
 * @param last the last day, not before the first
 */
public record DateSpan(LocalDate first, LocalDate last) implements Comparable<DateSpan> {

    /** @throws IllegalArgumentException when the last day is before the first */
    public DateSpan {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("last must not be before first, got " + first + " and " + last);
        }
    }

    /** One day. */
    static DateSpan ofDay(LocalDate day) {
        return new DateSpan(day, day);
    }

    /** The month that a day is in. */
    static DateSpan ofMonth(LocalDate day) {
        return new DateSpan(day.withDayOfMonth(1), day.withDayOfMonth(day.lengthOfMonth()));
    }

    /** Whole years, the last included. */
    static DateSpan ofYears(int first, int last) {
        return new DateSpan(LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31));
    }

    /** By the first day; of those that begin together, the longer first. */
    @Override
    public int compareTo(DateSpan other) {
        int byFirst = first.compareTo(other.first);
        return byFirst != 0 ? byFirst : other.last.compareTo(last);
    }

    /** As ISO 8601 writes it: a day, a month, a year, or two of them with a slash between. */
    public String label() {
        boolean years = first.getDayOfYear() == 1 && last.getDayOfYear() == last.lengthOfYear();
        boolean months = first.getDayOfMonth() == 1 && last.getDayOfMonth() == last.lengthOfMonth();
        int length = years ? "2015".length() : months ? "2015-09".length() : "2015-09-18".length();
        String from = first.toString().substring(0, length);
        String to = last.toString().substring(0, length);
        return from.equals(to) ? from : from + "/" + to;
    }
}
