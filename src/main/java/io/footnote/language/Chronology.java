package io.footnote.language;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the dates of English sentences on the calendar. What a date leaves out is filled from the day of publication: a
 * day without a year is the nearest such day; a month or a weekday alone is the last one up to then, or the next one when
 * the sentence speaks of what is to come or the word before says so; a month after a dated one follows that. Without a day of publication, only dates with a year
 * are found. Days that come every week, and dates that do not exist, are left out. Immutable; safe for any number of
 * threads.
 */
public final class Chronology {
    private static final Set<String> TO = Set.of("to", "until", "till", "through", "-", "–", "—");
    private static final Set<String> COMING =
            Set.of("will", "shall", "'ll", "’ll", "upcoming", "due", "scheduled", "planned", "expected");

    private final @Nullable LocalDate published;

    /** @param published the day of publication, or null where nobody knows it */
    public Chronology(@Nullable LocalDate published) {
        this.published = published;
    }

    /**
     * The days that a sentence speaks of, in its order, each once.
     *
     * @param sentence one sentence
     */
    public List<DateSpan> in(AnnotatedText sentence) {
        List<Placed> placed = new ArrayList<>();
        List<Token> tokens = sentence.tokens();
        boolean coming = tokens.stream().anyMatch(token -> COMING.contains(token.norm()));
        LocalDate before = null;
        for (DateMention mention : sentence.dates()) {
            boolean monthAlone = mention.month() > 0 && mention.day() == 0 && mention.year() == 0;
            DateSpan span =
                    monthAlone && before != null ? following(before, mention.month()) : span(mention, tokens, coming);
            before = mention.year() > 0 && mention.month() > 0 && span != null ? span.first() : before;
            if (span != null) {
                placed.add(new Placed(mention.first(), mention.last(), mention.weekday() > 0, span));
            }
        }
        addRelative(tokens, placed);
        placed.sort((one, other) -> Integer.compare(one.first(), other.first()));
        return joined(placed, tokens).stream().distinct().toList();
    }

    /** The next such month from a date on that the same sentence gave with its year. */
    private static DateSpan following(LocalDate before, int month) {
        LocalDate first = LocalDate.of(before.getYear(), month, 1);
        return DateSpan.ofMonth(month < before.getMonthValue() ? first.plusYears(1) : first);
    }

    private record Placed(int first, int last, boolean weekday, DateSpan span) {}

    private void addRelative(List<Token> tokens, List<Placed> placed) {
        if (published == null) {
            return;
        }
        RelativeDates relative = new RelativeDates(published);
        for (int index = 0; index < tokens.size(); index++) {
            RelativeDates.Found found = relative.at(tokens, index);
            if (found != null) {
                placed.add(new Placed(index, index + found.length() - 1, false, found.span()));
                index += found.length() - 1;
            }
        }
    }

    /** Ranges as one; a weekday beside its date goes with it. */
    private static List<DateSpan> joined(List<Placed> placed, List<Token> tokens) {
        List<DateSpan> spans = new ArrayList<>();
        for (int index = 0; index < placed.size(); index++) {
            Placed one = placed.get(index);
            Placed next = index + 1 < placed.size() ? placed.get(index + 1) : null;
            if (next != null && one.weekday() && next.first() - one.last() <= 2 && !next.weekday()) {
                continue;
            }
            if (next != null && isRange(one, next, tokens)) {
                spans.add(new DateSpan(one.span().first(), next.span().last()));
                index++;
            } else {
                spans.add(one.span());
            }
        }
        return spans;
    }

    private static boolean isRange(Placed one, Placed next, List<Token> tokens) {
        if (next.first() - one.last() != 2
                || next.span().last().isBefore(one.span().first())) {
            return false;
        }
        String between = norm(tokens, one.last() + 1);
        return TO.contains(between)
                || (between.equals("and") && norm(tokens, one.first() - 1).equals("between"));
    }

    private @Nullable DateSpan span(DateMention mention, List<Token> tokens, boolean coming) {
        try {
            if (mention.decade()) {
                return DateSpan.ofYears(mention.year(), mention.year() + 9);
            }
            if (mention.day() > 0 && mention.month() > 0) {
                return days(mention, tokens);
            }
            if (mention.year() > 0) {
                return mention.month() > 0
                        ? DateSpan.ofMonth(LocalDate.of(mention.year(), mention.month(), 1))
                        : DateSpan.ofYears(mention.year(), mention.year());
            }
            if (published == null) {
                return null;
            }
            String before = norm(tokens, mention.first() - 1);
            return mention.month() > 0
                    ? month(published, mention.month(), before, coming)
                    : weekday(published, mention, before, coming, tokens);
        } catch (DateTimeException e) {
            return null; // such as 31 June
        }
    }

    /** A day, or several of one month: 3 to 5 May, May 3–5. */
    private @Nullable DateSpan days(DateMention mention, List<Token> tokens) {
        LocalDate day = day(mention);
        if (day == null) {
            return null;
        }
        int other = number(tokens, mention.first() - 2);
        if (number(tokens, mention.first()) == mention.day()
                && TO.contains(norm(tokens, mention.first() - 1))
                && other > 0
                && other < mention.day()) {
            return new DateSpan(day.withDayOfMonth(other), day);
        }
        other = number(tokens, mention.last() + 2);
        if (number(tokens, mention.last()) == mention.day()
                && TO.contains(norm(tokens, mention.last() + 1))
                && other > mention.day()
                && other <= day.lengthOfMonth()) {
            return new DateSpan(day, day.withDayOfMonth(other));
        }
        return DateSpan.ofDay(day);
    }

    private @Nullable LocalDate day(DateMention mention) {
        if (mention.year() > 0) {
            return LocalDate.of(mention.year(), mention.month(), mention.day());
        }
        if (published == null) {
            return null;
        }
        LocalDate nearest = LocalDate.of(published.getYear(), mention.month(), mention.day());
        if (nearest.isAfter(published.plusMonths(6))) {
            return nearest.minusYears(1);
        }
        return nearest.isBefore(published.minusMonths(6)) ? nearest.plusYears(1) : nearest;
    }

    private static DateSpan month(LocalDate published, int month, String before, boolean coming) {
        LocalDate first = LocalDate.of(published.getYear(), month, 1);
        LocalDate current = published.withDayOfMonth(1);
        boolean next = before.equals("next") || (coming && !before.equals("last") && !before.equals("since"));
        if (next) {
            return DateSpan.ofMonth(first.isBefore(current) ? first.plusYears(1) : first);
        }
        boolean later = before.equals("last") ? !first.isBefore(current) : first.isAfter(current);
        return DateSpan.ofMonth(later ? first.minusYears(1) : first);
    }

    private static @Nullable DateSpan weekday(
            LocalDate published, DateMention mention, String before, boolean coming, List<Token> tokens) {
        if (before.equals("every") || norm(tokens, mention.first()).endsWith("days")) {
            return null;
        }
        DayOfWeek day = DayOfWeek.of(mention.weekday());
        return DateSpan.ofDay(published.with(
                switch (before) {
                    case "last" -> TemporalAdjusters.previous(day);
                    case "next" -> TemporalAdjusters.next(day);
                    default -> coming ? TemporalAdjusters.nextOrSame(day) : TemporalAdjusters.previousOrSame(day);
                }));
    }

    private static int number(List<Token> tokens, int index) {
        String norm = norm(tokens, index).replaceFirst("(st|nd|rd|th)$", "");
        return norm.matches("[0-9]{1,2}") ? Integer.parseInt(norm) : 0;
    }

    private static String norm(List<Token> tokens, int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index).norm() : "";
    }
}
