package io.footnote.telegram;

import java.text.BreakIterator;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** The beginning of a text that is too long to be shown whole. */
final class Excerpt {
    private static final String ELLIPSIS = "…";
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    private Excerpt() {}

    /** The text on one line, as a message shows it best. */
    static String oneLine(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    /**
     * The text, or as much of it as fits with an ellipsis at the end: to the end of a sentence if that is past the
     * middle of the room, otherwise to the end of a word if that is, otherwise to the last whole character.
     *
     * @param most the longest result, in UTF-16 units; with 0 it is empty
     */
    static String of(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        if (most < 1) {
            return "";
        }
        int room = most - ELLIPSIS.length();
        int end = lastBoundary(BreakIterator.getSentenceInstance(Locale.ROOT), text, room);
        if (end <= room / 2) {
            end = text.lastIndexOf(' ', room);
        }
        if (end <= room / 2) {
            end = lastBoundary(BreakIterator.getCharacterInstance(Locale.ROOT), text, room);
        }
        return text.substring(0, end).stripTrailing() + ELLIPSIS;
    }

    private static int lastBoundary(BreakIterator boundaries, String text, int room) {
        boundaries.setText(text);
        return boundaries.isBoundary(room) ? room : Math.max(0, boundaries.preceding(room));
    }

    /**
     * Divides room among texts: those that need less than an even share get what they need, and the others share the rest
     * evenly.
     *
     * @param lengths what each text needs, from 0
     * @return what each may have, never more than it needs, together at most {@code room}
     */
    static int[] shares(int[] lengths, int room) {
        int[] sorted = lengths.clone();
        Arrays.sort(sorted);
        int left = Math.max(0, room);
        int ceiling = Integer.MAX_VALUE;
        for (int index = 0; index < sorted.length; index++) {
            int even = left / (sorted.length - index);
            if (sorted[index] > even) {
                ceiling = even;
                break;
            }
            left -= sorted[index];
        }
        int most = ceiling;
        return Arrays.stream(lengths).map(length -> Math.min(length, most)).toArray();
    }
}
