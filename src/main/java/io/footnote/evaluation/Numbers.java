package io.footnote.evaluation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How figures are written for people. Pure. */
final class Numbers {
    private static final String NONE = "–";

    private Numbers() {}

    /** With three decimals; a dash for nothing. */
    static String share(@Nullable Double value) {
        return value == null ? NONE : String.format(Locale.ROOT, "%.3f", value);
    }

    /** With its sign and three decimals. */
    static String difference(double value) {
        return String.format(Locale.ROOT, "%+.3f", value).replace('-', '−');
    }

    /** A metric by its name in JSON: milliseconds with one decimal, shares with three. */
    static String metric(String name, double value) {
        return MetricGuide.isTime(name) ? String.format(Locale.ROOT, "%.1f", value) : share(value);
    }

    static String interval(String name, @Nullable Interval interval) {
        return interval == null ? "" : metric(name, interval.low()) + " to " + metric(name, interval.high());
    }

    static String interval(@Nullable Interval interval) {
        return interval == null ? "" : share(interval.low()) + " to " + share(interval.high());
    }

    static String differences(Interval interval) {
        return difference(interval.low()) + " to " + difference(interval.high());
    }

    /** Coordinates of a drawing. */
    static String coordinate(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
