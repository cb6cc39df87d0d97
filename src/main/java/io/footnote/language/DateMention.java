package io.footnote.language;

/**
 * A date as far as a text gives it; at least one component is given. Immutable.
 *
 * @param first the index of its first token
 * @param last the index of its last token, at least {@code first}
 * @param year from 1000 to 2100, 0 when not given; the first year of a decade
 * @param month 1 to 12, 0 when not given
 * @param day 1 to 31, 0 when not given
 * @param weekday 1, Monday, to 7, 0 when not given; a weekday is a mention of its own
 * @param decade whether the ten years from {@code year} on are meant, as in 1990s
 */
public record DateMention(int first, int last, int year, int month, int day, int weekday, boolean decade) {

    /** Whether it is a year and nothing else. */
    public boolean yearAlone() {
        return year != 0 && month == 0 && !decade;
    }

    /** Whether everything this one says, the other says too. */
    public boolean containedIn(DateMention other) {
        boolean sameYear = agrees(year, other.year) && (year == 0 || decade == other.decade);
        boolean yearOfDecade = decade && other.year / 10 == year / 10;
        return (sameYear || yearOfDecade)
                && agrees(month, other.month)
                && agrees(day, other.day)
                && agrees(weekday, other.weekday);
    }

    /** Whether the two give the same component differently. */
    public boolean contradicts(DateMention other) {
        return differ(year, other.year)
                || differ(month, other.month)
                || differ(day, other.day)
                || differ(weekday, other.weekday);
    }

    private static boolean agrees(int asked, int given) {
        return asked == 0 || asked == given;
    }

    private static boolean differ(int one, int other) {
        return one != 0 && other != 0 && one != other;
    }
}
