package io.footnote.evaluation;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML that is well-formed XML too: text and attributes are escaped, and what is opened is closed. For one thread.
 */
final class Html {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element. @param attributes names and values in turn */
    Html open(String name, String... attributes) {
        tag(name, attributes).append('>');
        open.push(name);
        return this;
    }

    /** Closes what was opened last. */
    Html close() {
        out.append("</").append(open.pop()).append('>');
        return open.size() <= 3 ? newLine() : this;
    }

    /** An element with nothing but text in it. */
    Html element(String name, String text, String... attributes) {
        return open(name, attributes).text(text).close();
    }

    /** An element with nothing in it. */
    Html empty(String name, String... attributes) {
        tag(name, attributes).append("/>");
        return this;
    }

    Html text(String text) {
        out.append(escaped(text));
        return this;
    }

    private Html newLine() {
        out.append('\n');
        return this;
    }

    private StringBuilder tag(String name, String... attributes) {
        if (attributes.length % 2 != 0) {
            throw new IllegalArgumentException("attributes must be names and values in turn, got " + attributes.length);
        }
        out.append('<').append(name);
        for (int index = 0; index < attributes.length; index += 2) {
            out.append(' ')
                    .append(attributes[index])
                    .append("=\"")
                    .append(escaped(attributes[index + 1]))
                    .append('"');
        }
        return out;
    }

    /** Control characters, which no document may hold, become spaces. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default ->
                    escaped.appendCodePoint(
                            Character.isISOControl(point) && point != '\n'
                                            || Character.getType(point) == Character.SURROGATE
                                            || (point & 0xFFFE) == 0xFFFE
                                    ? ' '
                                    : point);
            }
        });
        return escaped.toString();
    }

    /** What was written. @throws IllegalStateException when something is still open */
    String finish() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return out.toString();
    }
}
