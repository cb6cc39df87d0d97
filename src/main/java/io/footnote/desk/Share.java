package io.footnote.desk;

import java.util.Locale;

/**
 * A share with its 95 % interval after Wilson (1927, <i>Probable inference, the law of succession, and statistical
 * inference</i>), which also holds for few cases. Immutable.
 *
 * @param hits how many of {@code of}
 * @param low the lower end, in [0, 1]
 * @param high the upper end, in [0, 1]
 */
record Share(long hits, long of, double low, double high) {
    private static final double Z = 1.959963984540054;

    static Share of(long hits, long of) {
        if (of == 0) {
            return new Share(0, 0, 0, 1);
        }
        double p = (double) hits / of;
        double denominator = 1 + Z * Z / of;
        double centre = (p + Z * Z / (2 * of)) / denominator;
        double half = Z * Math.sqrt(p * (1 - p) / of + Z * Z / (4.0 * of * of)) / denominator;
        return new Share(hits, of, Math.max(0, centre - half), Math.min(1, centre + half));
    }

    /** In words. */
    String words() {
        return of == 0
                ? "no answer has been judged yet"
                : String.format(
                        Locale.ROOT,
                        "%d of %d, %.0f %% (95 %% interval %.0f to %.0f)",
                        hits,
                        of,
                        100.0 * hits / of,
                        100 * low,
                        100 * high);
    }
}
