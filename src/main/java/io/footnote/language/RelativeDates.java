package io.footnote.language;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Days that are named by their distance from the day of publication: {@code yesterday}, {@code last week},
 * {@code three months ago}. A week runs from Monday to Sunday. Immutable.
 *
 * @param published the day of publication
 */
record RelativeDates(LocalDate published) {
    private static final List<String> NUMERALS = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final Set<String> PARTS_OF_DAY = Set.of("morning", "afternoon", "evening");
    private static final int MOST = 1_000;

    /** The days that the tokens from {@code index} on name. @param length how many tokens do */
    record Found(DateSpan span, int length) {}

    @Nullable
    Found at(List<Token> tokens, int index) {
        String word = norm(tokens, index);
        String next = norm(tokens, index + 1);
        return switch (word) {
            case "today", "tonight" -> day(0, 1);
            case "yesterday" -> day(-1, 1);
            case "tomorrow" -> day(1, 1);
            case "this" -> PARTS_OF_DAY.contains(next) ? day(0, 2) : unit(next, 0);
            case "last", "previous" -> next.equals("night") ? day(-1, 2) : unit(next, -1);
            case "next" -> unit(next, 1);
            default -> ago(tokens, index);
        };
    }

    private Found day(int distance, int length) {
        return new Found(DateSpan.ofDay(published.plusDays(distance)), length);
    }

    private @Nullable Found unit(String unit, int distance) {
        DateSpan span = span(unit, distance);
        return span == null || unit.equals("day") ? null : new Found(span, 2);
    }

    private @Nullable Found ago(List<Token> tokens, int index) {
        int count = count(norm(tokens, index));
        String unit = norm(tokens, index + 1);
        if (count <= 0 || !norm(tokens, index + 2).equals("ago")) {
            return null;
        }
        DateSpan span = span(unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit, -count);
        return span == null ? null : new Found(span, 3);
    }

    private @Nullable DateSpan span(String unit, int distance) {
        return switch (unit) {
            case "day" -> DateSpan.ofDay(published.plusDays(distance));
            case "week" -> {
                LocalDate monday =
                        published.plusWeeks(distance).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield new DateSpan(monday, monday.plusDays(6));
            }
            case "month" -> DateSpan.ofMonth(published.plusMonths(distance));
            case "year" -> DateSpan.ofYears(published.getYear() + distance, published.getYear() + distance);
            default -> null;
        };
    }

    private static int count(String word) {
        if (word.equals("a") || word.equals("an")) {
            return 1;
        }
        if (word.matches("[0-9]{1,3}")) {
            return Math.min(MOST, Integer.parseInt(word));
        }
        return NUMERALS.indexOf(word);
    }

    private static String norm(List<Token> tokens, int index) {
        return index < tokens.size() ? tokens.get(index).norm() : "";
    }
}
