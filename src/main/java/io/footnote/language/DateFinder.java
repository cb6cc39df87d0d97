package io.footnote.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds dates: {@code Sept. 18, 2015}, {@code 18 September}, {@code the 18th of September 2015}, {@code 2015-09-18},
 * {@code 18/9/2015}, {@code September 2015}, {@code 2015}, {@code 1990s}, {@code Friday}. A four-digit number from 1000
 * to 2100 without separator is a year. Of a date in numbers whose order of day and month is open, only the year counts.
 */
final class DateFinder {

    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final Map<String, Integer> SHORT_MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("apr", 4),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("sept", 9),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12));
    private static final List<String> WEEKDAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    /** Months that are also verbs need one of these before them, or a day or year beside them. */
    private static final Set<String> BEFORE_MONTH = Set.of(
            "in", "of", "since", "until", "by", "last", "next", "this", "early", "mid", "late", "from", "to", "during",
            "every", "for", "and", "between", "before", "after", "the", "a");

    /** The dates among the tokens, in order, none overlapping. */
    List<DateMention> find(List<Token> tokens) {
        List<DateMention> found = new ArrayList<>();
        int index = 0;
        while (index < tokens.size()) {
            DateMention date = at(tokens, index);
            if (date == null) {
                index++;
            } else {
                found.add(date);
                index = date.last() + 1;
            }
        }
        return found;
    }

    private static @Nullable DateMention at(List<Token> tokens, int index) {
        Token token = tokens.get(index);
        if (token.type() == Token.Type.NUMBER) {
            DateMention date = inNumbers(tokens, index);
            date = date != null ? date : dayFirst(tokens, index);
            return date != null ? date : yearOrDecade(tokens, index);
        }
        int weekday = WEEKDAYS.indexOf(singular(token.norm())) + 1;
        if (weekday > 0) {
            return new DateMention(index, index, 0, 0, 0, weekday, false);
        }
        return month(tokens, index) > 0 ? monthFirst(tokens, index) : null;
    }

    /** {@code September 18[th][,] [2015]}, {@code September [of] 2015}, or the month alone. */
    private static @Nullable DateMention monthFirst(List<Token> tokens, int index) {
        int month = month(tokens, index);
        int last = is(tokens, index + 1, ".") && SHORT_MONTHS.containsKey(norm(tokens, index)) ? index + 1 : index;
        int day = day(tokens, last + 1);
        if (day > 0) {
            last++;
            int yearAt = is(tokens, last + 1, ",") ? last + 2 : last + 1;
            int year = year(tokens, yearAt);
            return new DateMention(index, year > 0 ? yearAt : last, year, month, day, 0, false);
        }
        int yearAt = is(tokens, last + 1, ",") || is(tokens, last + 1, "of") ? last + 2 : last + 1;
        int year = year(tokens, yearAt);
        if (year > 0) {
            return new DateMention(index, yearAt, year, month, 0, 0, false);
        }
        boolean plain = MONTHS.contains(norm(tokens, index)) && month != 3 && month != 5;
        boolean introduced = index > 0 && BEFORE_MONTH.contains(norm(tokens, index - 1));
        return plain || introduced ? new DateMention(index, index, 0, month, 0, 0, false) : null;
    }

    /** {@code 18[th] [of] September[,] [2015]}. */
    private static @Nullable DateMention dayFirst(List<Token> tokens, int index) {
        int day = day(tokens, index);
        int monthAt = is(tokens, index + 1, "of") ? index + 2 : index + 1;
        int month = month(tokens, monthAt);
        if (day == 0 || month == 0) {
            return null;
        }
        int last =
                is(tokens, monthAt + 1, ".") && SHORT_MONTHS.containsKey(norm(tokens, monthAt)) ? monthAt + 1 : monthAt;
        int yearAt = is(tokens, last + 1, ",") ? last + 2 : last + 1;
        int year = year(tokens, yearAt);
        return new DateMention(index, year > 0 ? yearAt : last, year, month, day, 0, false);
    }

    /** {@code 2015-09-18}, {@code 18/9/2015}, {@code 9/18/2015}, {@code 18.9.2015}. */
    private static @Nullable DateMention inNumbers(List<Token> tokens, int index) {
        String[] parts = norm(tokens, index).split("\\.", -1);
        int last = index;
        if (parts.length == 1 && (is(tokens, index + 1, "-") || is(tokens, index + 1, "/"))) {
            if (!norm(tokens, index + 3).equals(norm(tokens, index + 1))) {
                return null;
            }
            parts = new String[] {norm(tokens, index), norm(tokens, index + 2), norm(tokens, index + 4)};
            last = index + 4;
        }
        if (parts.length != 3) {
            return null;
        }
        int first = small(parts[0]);
        int second = small(parts[1]);
        if (yearOf(parts[0]) > 0 && second >= 1 && second <= 12 && small(parts[2]) >= 1 && small(parts[2]) <= 31) {
            return new DateMention(index, last, yearOf(parts[0]), second, small(parts[2]), 0, false);
        }
        int year = yearOf(parts[2]);
        if (year == 0 || first < 1 || second < 1 || first > 31 || second > 31 || (first > 12 && second > 12)) {
            return null;
        }
        if (first == second || first > 12) {
            return new DateMention(index, last, year, second, first, 0, false);
        }
        return second > 12
                ? new DateMention(index, last, year, first, second, 0, false)
                : new DateMention(index, last, year, 0, 0, 0, false);
    }

    private static @Nullable DateMention yearOrDecade(List<Token> tokens, int index) {
        String norm = norm(tokens, index);
        if (norm.endsWith("0s") && yearOf(norm.substring(0, norm.length() - 1)) > 0) {
            return new DateMention(index, index, small(norm.substring(0, 4)), 0, 0, 0, true);
        }
        int year = year(tokens, index);
        int suffix = is(tokens, index + 1, "'") ? index + 2 : index + 1;
        if (year > 0 && year % 10 == 0 && is(tokens, suffix, "s")) {
            return new DateMention(index, suffix, year, 0, 0, 0, true);
        }
        boolean money = index > 0 && Lexicon.isCurrencySign(norm(tokens, index - 1));
        boolean share = is(tokens, index + 1, "%") || is(tokens, index + 1, "percent");
        return year == 0 || money || share ? null : new DateMention(index, index, year, 0, 0, 0, false);
    }

    private static int month(List<Token> tokens, int index) {
        if (index >= tokens.size() || tokens.get(index).type() != Token.Type.WORD) {
            return 0;
        }
        Token token = tokens.get(index);
        int full = MONTHS.indexOf(token.norm()) + 1;
        // "may" and "march" in lower case are verbs
        if ((full == 3 || full == 5) && !token.capitalised()) {
            return 0;
        }
        return full > 0 ? full : token.capitalised() ? SHORT_MONTHS.getOrDefault(token.norm(), 0) : 0;
    }

    private static int day(List<Token> tokens, int index) {
        if (index >= tokens.size() || tokens.get(index).type() != Token.Type.NUMBER) {
            return 0;
        }
        String norm = norm(tokens, index).replaceFirst("(st|nd|rd|th)$", "");
        int day = small(norm);
        return norm.length() <= 2 && day >= 1 && day <= 31 ? day : 0;
    }

    private static int year(List<Token> tokens, int index) {
        return index < tokens.size() ? yearOf(norm(tokens, index)) : 0;
    }

    private static int yearOf(String form) {
        int year = form.length() == 4 ? small(form) : 0;
        return year >= 1000 && year <= 2100 ? year : 0;
    }

    /** A number of up to four digits, or -1. */
    private static int small(String form) {
        return form.matches("[0-9]{1,4}") ? Integer.parseInt(form) : -1;
    }

    private static boolean is(List<Token> tokens, int index, String norm) {
        return norm(tokens, index).equals(norm);
    }

    private static String norm(List<Token> tokens, int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index).norm() : "";
    }

    private static String singular(String word) {
        return word.endsWith("days") ? word.substring(0, word.length() - 1) : word;
    }
}
