package io.footnote.telegram;

import io.footnote.answer.Grounded;
import io.footnote.grounding.CheckedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A statement and the markers behind it. Immutable.
 *
 * @param text on one line
 * @param markers with a space before each
 */
record StatementLine(String text, String markers) {
    /** Stands for the statements that did not fit. */
    private static final String MORE = " …";

    private static StatementLine of(CheckedStatement checked, Grounded grounded) {
        return new StatementLine(
                Excerpt.oneLine(checked.statement().text()),
                grounded.markersOf(checked).stream().map(n -> " [" + n + "]").collect(Collectors.joining()));
    }

    /** The least it takes up. */
    private int least() {
        return Math.min(text.length(), Passages.SHORTEST_EXCERPT) + markers.length();
    }

    /**
     * How long statements are in full.
     *
     * @param between what stands before each but the first
     */
    static int needed(Grounded grounded, List<CheckedStatement> statements, String between) {
        return statements.stream()
                .map(checked -> of(checked, grounded))
                .mapToInt(line ->
                        between.length() + line.text().length() + line.markers().length())
                .sum();
    }

    /**
     * Adds statements, cut to what fits.
     *
     * @param between what stands before each but the first
     */
    static void add(
            Markup message,
            Grounded grounded,
            List<CheckedStatement> statements,
            AnswerMessage.@Nullable Brief brief,
            String between,
            int room) {
        List<StatementLine> shown = new ArrayList<>();
        int left = room - MORE.length();
        for (CheckedStatement checked : statements) {
            StatementLine next = of(checked, grounded);
            left -= between.length() + next.least();
            if (left < 0) {
                break;
            }
            shown.add(next);
        }
        int around = shown.stream()
                .mapToInt(line -> between.length() + line.markers().length())
                .sum();
        int[] shares = Excerpt.shares(
                shown.stream().mapToInt(line -> line.text().length()).toArray(), room - MORE.length() - around);
        for (int index = 0; index < shown.size(); index++) {
            message.text(index == 0 ? "" : between);
            AnswerMessage.addSentence(message, shown.get(index).text(), shares[index], brief);
            message.text(shown.get(index).markers());
        }
        if (shown.size() < statements.size()) {
            message.text(MORE);
        }
    }
}
