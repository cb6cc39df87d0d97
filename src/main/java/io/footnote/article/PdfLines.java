package io.footnote.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * From the lines of a document's pages to its paragraphs: what stands at the top or bottom of most pages goes, and numbers
 * of pages; a word broken at a line's end is put together; the lines of a paragraph become one. Stateless.
 */
final class PdfLines {
    /** How many lines at the top and at the bottom of a page may be running heads. */
    private static final int MARGIN = 2;

    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "[-–—\\s]*(?:page|p\\.|seite|стр\\.?|página)?\\s*\\d{1,4}(?:\\s*(?:/|of|von|из|de)\\s*\\d{1,4})?[-–—\\s]*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private PdfLines() {}

    /** The text of the pages, paragraphs with an empty line between them. */
    static String join(List<String> pages) {
        Map<String, Integer> margins = new HashMap<>();
        List<List<String>> split = new ArrayList<>();
        for (String page : pages) {
            List<String> lines = new ArrayList<>(page.lines().map(String::strip).toList());
            trim(lines);
            split.add(lines);
            margin(lines).stream()
                    .map(PdfLines::shape)
                    .distinct()
                    .forEach(line -> margins.merge(line, 1, Integer::sum));
        }
        StringBuilder text = new StringBuilder();
        for (List<String> lines : split) {
            append(body(lines, margins, pages.size()), text);
        }
        return text.toString().strip();
    }

    private static void trim(List<String> lines) {
        while (!lines.isEmpty() && lines.getFirst().isEmpty()) {
            lines.removeFirst();
        }
        while (!lines.isEmpty() && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
    }

    private static List<String> margin(List<String> lines) {
        List<String> margin = new ArrayList<>();
        List<String> written = lines.stream().filter(line -> !line.isEmpty()).toList();
        for (int index = 0; index < written.size(); index++) {
            if (index < MARGIN || index >= written.size() - MARGIN) {
                margin.add(written.get(index));
            }
        }
        return margin;
    }

    /** Running heads differ in the number of the page alone. */
    private static String shape(String line) {
        return DIGITS.matcher(line).replaceAll("#");
    }

    private static List<String> body(List<String> lines, Map<String, Integer> margins, int pages) {
        List<String> margin = margin(lines);
        List<String> body = new ArrayList<>();
        for (String line : lines) {
            boolean runs = pages > 1 && 2 * margins.getOrDefault(shape(line), 0) > pages;
            if (!(margin.contains(line) && (runs || PAGE_NUMBER.matcher(line).matches()))) {
                body.add(line);
            }
        }
        trim(body);
        return body;
    }

    /** A paragraph may go on from the page before. */
    private static void append(List<String> lines, StringBuilder text) {
        boolean open = !text.isEmpty() && ".!?:\"”»".indexOf(text.charAt(text.length() - 1)) < 0;
        boolean goesOn = open
                && !lines.isEmpty()
                && Character.isLowerCase(lines.getFirst().codePointAt(0));
        for (String line : lines) {
            if (line.isEmpty()) {
                goesOn = false;
            } else if (goesOn) {
                if (isBroken(text, line)) {
                    text.setLength(text.length() - 1);
                } else {
                    text.append(' ');
                }
                text.append(line);
            } else {
                text.append(text.isEmpty() ? "" : "\n\n");
                text.append(line);
                goesOn = true;
            }
        }
    }

    /** Whether the text ends inside a word that the line goes on with. */
    private static boolean isBroken(StringBuilder text, String line) {
        int last = text.length() - 1;
        return last > 0
                && (text.charAt(last) == '-' || text.charAt(last) == '\u2010' || text.charAt(last) == '\u00AD')
                && Character.isLetter(text.charAt(last - 1))
                && Character.isLowerCase(line.codePointAt(0));
    }
}
