package io.footnote.article;

import io.footnote.language.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Markdown text with its markup blanked out, so that every offset stays what it was: front matter, code blocks, tables,
 * pictures, link targets, comments and the markers of headings, lists, quotations and emphasis become spaces, an item
 * begins with a line break of its own, and the line breaks inside a paragraph become spaces. Immutable.
 *
 * @param prose the text with spaces for the markup, as long as the source
 * @param headings the lines that are headings, in order
 */
record Markdown(String prose, List<Span> headings) {
    private static final Pattern LINE = Pattern.compile("[^\\r\\n]*(?:\\r\\n|\\r|\\n|\\z)");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(```+|~~~+).*", Pattern.DOTALL);
    private static final Pattern FRONT_MATTER_END = Pattern.compile("[\\r\\n]---[ \\t]*(?:[\\r\\n]|\\z)");
    private static final Pattern UNDERLINE = Pattern.compile(" {0,3}(?:=+|-+)\\s*");
    private static final Pattern TARGET_LINE = Pattern.compile(" {0,3}\\[[^\\]]{1,200}\\]:\\s+\\S.*", Pattern.DOTALL);
    private static final Pattern HEADING = Pattern.compile(" {0,3}#{1,6}\\s");
    private static final Pattern TRAILING_HASHES = Pattern.compile("(?<=\\s)#+(?=\\s*\\z)");
    private static final Pattern MARKER =
            Pattern.compile("\\s{0,12}(?:>\\s?|[-*+]\\s+(?:\\[[ xX]\\]\\s+)?|\\d{1,3}[.)]\\s+)");
    private static final Pattern INLINE = Pattern.compile(
            "!\\[[^\\]\\r\\n]{0,200}\\]\\([^)\\r\\n]{0,200}\\)" // picture
                    // link target, which may hold one pair of brackets
                    + "|(?<=\\])\\([^()\\s]{1,300}+(?:\\([^()\\s]{0,100}+\\))?[^()\\s]{0,100}+(?:\\s\"[^\"\\r\\n]{0,200}\")?\\)"
                    + "|(?<=\\])\\[[^\\]\\r\\n]{0,100}\\]" // link reference
                    + "|</?[a-zA-Z][^<>\\r\\n]{0,300}>" // tag
                    + "|\\*{1,3}|(?<![\\p{L}\\p{N}])_{1,3}|_{1,3}(?![\\p{L}\\p{N}])|~~|`+"); // emphasis, code
    private static final Pattern LINK_LABEL = Pattern.compile("\\[([^\\[\\]\\r\\n]{1,300})\\](?=\\(|\\[)");

    /** Blanks the markup of a text out. */
    static Markdown of(String text) {
        return new Blanking(text).run();
    }

    /** One walk over the lines of one text. */
    private static final class Blanking {
        private final String text;
        private final char[] prose;
        private final List<Span> headings = new ArrayList<>();
        private String fence = "";
        private boolean frontMatter;
        private Span previous = new Span(0, 0);
        /** Whether the previous line is prose that the next one may go on with. */
        private boolean open;

        private boolean quoted;

        Blanking(String text) {
            this.text = text;
            this.prose = text.toCharArray();
        }

        Markdown run() {
            comments();
            Matcher inline = INLINE.matcher(text);
            while (inline.find()) {
                blank(inline.start(), inline.end());
            }
            Matcher label = LINK_LABEL.matcher(text);
            while (label.find()) {
                blank(label.start(), label.start() + 1);
                blank(label.end() - 1, label.end());
            }
            Matcher line = LINE.matcher(text);
            while (line.find() && line.start() < text.length()) {
                line(line.start(), line.group());
                previous = new Span(line.start(), line.end());
            }
            return new Markdown(new String(prose), List.copyOf(headings));
        }

        private void line(int start, String line) {
            int end = start + line.length();
            boolean wasOpen = open;
            open = false;
            Matcher fenceMark = FENCE.matcher(line);
            if (frontMatter || (start == 0 && line.strip().equals("---") && closesFrontMatter())) {
                frontMatter = start == 0 || !line.strip().equals("---");
                blank(start, end);
            } else if (!fence.isEmpty()) {
                fence = line.strip().startsWith(fence) ? "" : fence;
                blank(start, end);
            } else if (fenceMark.matches()) {
                fence = fenceMark.group(1);
                blank(start, end);
            } else if (UNDERLINE.matcher(line).matches() && !previous.of(text).isBlank() && !isBlanked(previous)) {
                headings.add(previous);
                blank(start, end);
            } else if (isNoProse(line)) {
                blank(start, end);
            } else if (HEADING.matcher(line).lookingAt()) {
                heading(start, line);
            } else {
                prose(start, line, wasOpen);
            }
        }

        private boolean closesFrontMatter() {
            return FRONT_MATTER_END.matcher(text).find(3);
        }

        private static boolean isNoProse(String line) {
            return isRule(line.strip())
                    || TARGET_LINE.matcher(line).matches()
                    || line.strip().startsWith("|");
        }

        private void heading(int start, String line) {
            headings.add(new Span(start, start + line.length()));
            blank(start, start + line.indexOf('#'));
            for (int i = line.indexOf('#'); i < line.length() && line.charAt(i) == '#'; i++) {
                prose[start + i] = ' ';
            }
            Matcher trailing = TRAILING_HASHES.matcher(line);
            if (trailing.find()) {
                blank(start + trailing.start(), start + trailing.end());
            }
        }

        private void prose(int start, String line, boolean goesOn) {
            Matcher marker = MARKER.matcher(line);
            int at = 0;
            while (marker.region(at, line.length()).lookingAt()) {
                at = marker.end();
            }
            String markers = line.substring(0, at);
            boolean item = !markers.replace(">", "").isBlank();
            boolean quote = markers.indexOf('>') >= 0;
            blank(start, start + at);
            if (item) {
                // in the place of the marker, so that no item is taken for the continuation of the one before
                prose[start] = '\n';
            } else if (goesOn && (quoted || !quote) && !line.isBlank()) {
                joinToPrevious();
            }
            quoted = quote;
            open = !line.substring(at).isBlank();
        }

        /** A single line break inside a paragraph is a space in Markdown. */
        private void joinToPrevious() {
            for (int i = previous.end() - 1; i >= previous.start() && (prose[i] == '\n' || prose[i] == '\r'); i--) {
                prose[i] = ' ';
            }
        }

        private void comments() {
            int start = text.indexOf("<!--");
            while (start >= 0) {
                int end = text.indexOf("-->", start);
                blank(start, end < 0 ? start + 4 : end + 3);
                start = end < 0 ? -1 : text.indexOf("<!--", end);
            }
        }

        /** Three or more of one sign and nothing else: a line drawn across the page. */
        private static boolean isRule(String line) {
            String signs = line.replace(" ", "");
            return signs.length() >= 3
                    && "-*_".indexOf(signs.charAt(0)) >= 0
                    && signs.chars().allMatch(c -> c == signs.charAt(0));
        }

        private boolean isBlanked(Span line) {
            return new String(prose, line.start(), line.length()).isBlank();
        }

        private void blank(int start, int end) {
            for (int i = start; i < end; i++) {
                if (prose[i] != '\n' && prose[i] != '\r') {
                    prose[i] = ' ';
                }
            }
        }
    }
}
