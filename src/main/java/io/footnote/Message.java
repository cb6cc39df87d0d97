package io.footnote;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Parts of the sentences that say what is wrong with a configuration. */
final class Message {
    private static final int MAX_SHOWN = 60;

    private Message() {}

    /** A name or value from outside, safe to print on one line. */
    static String quoted(String text) {
        String printable = text.codePoints()
                .limit(MAX_SHOWN)
                .map(point -> Character.isISOControl(point) ? '?' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return "“" + printable + (printable.length() < text.length() ? "…" : "") + "”";
    }

    static String clause(@Nullable String problem) {
        return problem == null ? "check its indentation and quotation marks" : quoted(problem);
    }

    /** The end of a sentence about something unknown: what was probably meant. */
    static String suggestion(String given, Set<String> known) {
        Optional<String> inSection = known.stream()
                .filter(candidate -> candidate.endsWith("." + given))
                .findFirst();
        return inSection
                .or(() -> nearest(given, known))
                .map(candidate -> ": did you mean " + candidate + "?")
                .orElse(": docs/configuration.md lists them all.");
    }

    private static Optional<String> nearest(String given, Set<String> known) {
        if (given.length() > MAX_SHOWN) {
            return Optional.empty();
        }
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(given, candidate)))
                .filter(candidate -> distance(given, candidate) <= Math.max(2, candidate.length() / 3));
    }

    /** How many characters must be inserted, removed or replaced (Levenshtein, 1966). */
    private static int distance(String from, String to) {
        int[] row = IntStream.rangeClosed(0, to.length()).toArray();
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
