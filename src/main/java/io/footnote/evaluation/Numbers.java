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
