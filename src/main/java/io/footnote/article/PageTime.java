package io.footnote.article;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the times that pages and feeds state, in the forms of ISO 8601, of mail, and of English dates. Stateless. */
final class PageTime {
    private static final int LONGEST = 60;
    private static final List<DateTimeFormatter> FORMS = List.of(
            isoForm(),
            DateTimeFormatter.RFC_1123_DATE_TIME,
            form("yyyy-MM-dd"),
            form("yyyy/MM/dd"),
            form("yyyyMMdd"),
            form("[EEEE, ][EEE, ]MMMM d, yyyy[, h:mm a][ h:mm a]"),
            form("[EEEE, ][EEE, ]MMM d, yyyy[, h:mm a][ h:mm a]"),
            form("d MMMM yyyy"),
            form("d MMM yyyy"));

    private PageTime() {}

    private static DateTimeFormatter form(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH);
    }

    /** ISO 8601 as pages write it, which is not always as the standard does: seconds, fraction and offset may be missing. */
    private static DateTimeFormatter isoForm() {
        return new DateTimeFormatterBuilder()
                .appendPattern("yyyy-MM-dd['T'][' ']HH:mm[:ss]")
                .optionalStart()
                .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
                .optionalEnd()
                .appendPattern("[' ']")
                .optionalStart()
                .appendOffset("+HH:MM", "Z")
                .optionalEnd()
                .optionalStart()
                .appendOffset("+HHMM", "Z")
                .optionalEnd()
                .optionalStart()
                .appendOffset("+HH", "Z")
                .optionalEnd()
                .toFormatter(Locale.ENGLISH);
    }

    /** The time, with UTC where none of its parts says otherwise; null where the text is none that is known. */
    static @Nullable OffsetDateTime parse(@Nullable String text) {
        if (text == null || text.length() > LONGEST) {
            return null;
        }
        for (DateTimeFormatter form : FORMS) {
            try {
                TemporalAccessor time = form.parseBest(
                        text.strip(), ZonedDateTime::from, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
                return withOffset(time);
            } catch (DateTimeException notThisForm) {
                continue;
            }
        }
        return null;
    }

    private static OffsetDateTime withOffset(TemporalAccessor time) {
        return switch (time) {
            case ZonedDateTime zoned -> zoned.toOffsetDateTime();
            case OffsetDateTime offset -> offset;
            case LocalDateTime local -> local.atOffset(ZoneOffset.UTC);
            default -> LocalDate.from(time).atStartOfDay().atOffset(ZoneOffset.UTC);
        };
    }
}
