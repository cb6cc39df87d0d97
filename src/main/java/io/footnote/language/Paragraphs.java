package io.footnote.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a text into the stretches that no sentence crosses. A blank line always cuts. A single line break cuts too,
 * unless the line goes on after it:
 *
 * <ul>
 *   <li>the lines are wrapped to a width: no line of the stretch between blank lines is longer than 120 units, the
 *       stretch ends in a mark that ends sentences or in a colon, and the next word would not have fitted on this line;
 *   <li>or this line ends without such a mark and the next begins in lower case, as prose cut by a page does;
 *   <li>or a line of prose too long to be a heading breaks off and the next begins with a lower-case letter or a digit,
 *       as a subscript does that lost its markup.
 * </ul>
 *
 * A line that begins with the sign or the next number of a list is always a stretch of its own. Stateless.
 */
final class Paragraphs {
    private static final int WIDEST_WRAP = 120;
    private static final int NARROWEST_WRAP = 40;
    /** A shorter line is more likely an item or a heading than the beginning of a broken sentence. */
    private static final int SHORTEST_BROKEN_LINE = 30;
    /** Headings are shorter. */
    private static final int SHORTEST_PROSE = 90;

    private Paragraphs() {}

    /** The stretches in the order of the text, trimmed of white space; together they hold all that is not white space. */
    static List<Span> of(String text) {
        List<Span> paragraphs = new ArrayList<>();
        List<Span> group = new ArrayList<>();
        for (Span line : lines(text)) {
            Span trimmed = trim(text, line.start(), line.end());
            if (trimmed.length() > 0) {
                group.add(trimmed);
            } else {
                join(text, group, paragraphs);
                group.clear();
            }
        }
        join(text, group, paragraphs);
        return paragraphs;
    }

    /** The span without white space at either end; empty when there is nothing else. */
    static Span trim(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && Glyphs.isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && Glyphs.isSpace(text.charAt(to - 1))) {
            to--;
        }
        return new Span(from, to);
    }

    private static List<Span> lines(String text) {
        List<Span> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isLineBreak(text.charAt(i))) {
                lines.add(new Span(start, i));
                if (text.charAt(i) == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    i++;
                }
                start = i + 1;
            }
        }
        lines.add(new Span(start, text.length()));
        return lines;
    }

    private static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r' || c == '\f' || c == '\u000B' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    private static void join(String text, List<Span> lines, List<Span> paragraphs) {
        if (lines.isEmpty()) {
            return;
        }
        int width = lines.stream().mapToInt(Span::length).max().orElseThrow();
        boolean wrapped =
                width >= NARROWEST_WRAP && width <= WIDEST_WRAP && endsParagraph(text, lines.get(lines.size() - 1));
        int start = lines.get(0).start();
        Optional<Enumerator> item = Enumerator.at(text, start, lines.get(0).end());
        for (int i = 1; i < lines.size(); i++) {
            Span line = lines.get(i - 1);
            Span next = lines.get(i);
            Optional<Enumerator> nextItem = itemAt(text, next, item);
            boolean goesOn = (wrapped && !fits(text, line, next, width)) || breaksOff(text, line, next);
            if (nextItem.isPresent() || hasListSign(text, next) || !goesOn) {
                paragraphs.add(new Span(start, line.end()));
                start = next.start();
            }
            if (nextItem.isPresent()) {
                item = nextItem;
            }
        }
        paragraphs.add(new Span(start, lines.get(lines.size() - 1).end()));
    }

    private static Optional<Enumerator> itemAt(String text, Span line, Optional<Enumerator> previous) {
        return Enumerator.at(text, line.start(), line.end())
                .filter(item -> item.isFirst() || previous.filter(item::follows).isPresent());
    }

    private static boolean hasListSign(String text, Span line) {
        char first = text.charAt(line.start());
        if (Glyphs.isBullet(first)) {
            return true;
        }
        if (line.length() < 3 || !Glyphs.isSpace(text.charAt(line.start() + 1))) {
            return false;
        }
        // a long dash before a lower-case word is more likely the dash of a wrapped sentence
        boolean lowerCase = Character.isLowerCase(text.codePointAt(line.start() + 2));
        return first == '-' || first == '*' || first == '+' || (Glyphs.isDash(first) && !lowerCase);
    }

    private static boolean fits(String text, Span line, Span next, int width) {
        int wordEnd = next.start();
        while (wordEnd < next.end() && !Glyphs.isSpace(text.charAt(wordEnd))) {
            wordEnd++;
        }
        return line.length() + 1 + wordEnd - next.start() <= width;
    }

    private static boolean breaksOff(String text, Span line, Span next) {
        if (line.length() < SHORTEST_BROKEN_LINE || endsSentence(text, line)) {
            return false;
        }
        int first = text.codePointAt(next.start());
        boolean prose = line.length() >= SHORTEST_PROSE && text.charAt(line.end() - 1) != ':';
        return Character.isLowerCase(first) || (prose && Character.isDigit(first));
    }

    private static boolean endsParagraph(String text, Span line) {
        return endsSentence(text, line) || text.charAt(line.end() - 1) == ':';
    }

    private static boolean endsSentence(String text, Span line) {
        int last = line.end() - 1;
        if (text.charAt(last) == ']') {
            int from = Math.max(line.start(), line.end() - EndMarks.LONGEST_REFERENCE);
            int open = text.substring(from, last).lastIndexOf('[');
            last = open > 0 ? from + open - 1 : last;
        }
        while (last > line.start()
                && (Glyphs.isCloser(text.charAt(last)) || Glyphs.isOpeningQuote(text.charAt(last)))) {
            last--;
        }
        return Glyphs.isEndMark(text.charAt(last));
    }
}
