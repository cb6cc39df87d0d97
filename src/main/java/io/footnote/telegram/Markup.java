package io.footnote.telegram;

import org.jspecify.annotations.Nullable;

/** Builds a text in Telegram's HTML, together with what a reader sees of it. For one thread. */
final class Markup {
    private final StringBuilder html = new StringBuilder();
    private final StringBuilder plain = new StringBuilder();

    /** Adds words as they are to be read. */
    Markup text(String words) {
        html.append(escaped(words));
        plain.append(words);
        return this;
    }

    Markup bold(String words) {
        return tag("<b>").text(words).tag("</b>");
    }

    /** The words, those between two offsets bold. */
    Markup bold(String words, int start, int end) {
        return text(words.substring(0, start)).bold(words.substring(start, end)).text(words.substring(end));
    }

    Markup italic(String words) {
        return tag("<i>").text(words).tag("</i>");
    }

    /** Words that lead to an address, or mere bold ones where there is no address of the web. */
    Markup link(String words, @Nullable String address) {
        if (address == null || !(address.startsWith("https://") || address.startsWith("http://"))) {
            return bold(words);
        }
        return tag("<a href=\"" + escaped(address).replace("\"", "&quot;") + "\">")
                .text(words)
                .tag("</a>");
    }

    /** Begins a quotation that shows its first lines until it is tapped. */
    Markup openQuote() {
        return tag("<blockquote expandable>");
    }

    Markup closeQuote() {
        return tag("</blockquote>");
    }

    private Markup tag(String tag) {
        html.append(tag);
        return this;
    }

    Markup append(Markup more) {
        html.append(more.html);
        plain.append(more.plain);
        return this;
    }

    Markup append(Reply more) {
        html.append(more.html());
        plain.append(more.plain());
        return this;
    }

    /** How much there is to read, in UTF-16 units. */
    int length() {
        return plain.length();
    }

    Reply reply() {
        return new Reply(html.toString(), plain.toString());
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
