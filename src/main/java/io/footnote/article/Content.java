package io.footnote.article;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a document holds. Immutable.
 *
 * @param extract the article and what the document says of it
 * @param prose the article's text with blanks for its markup, as long as the text
 */
record Content(Extract extract, String prose) {
    private static final Pattern XML = Pattern.compile("\\s*<(?:\\?xml|rss|feed)\\b");

    /** @throws IllegalArgumentException when the prose is not as long as the text */
    Content {
        if (prose.length() != extract.text().length()) {
            throw new IllegalArgumentException(
                    "prose must have " + extract.text().length() + " units, got " + prose.length());
        }
    }

    /** Of a plain text or Markdown. */
    static Content ofText(Document document) {
        String text = TextDecoder.decode(document.source(), document.bytes());
        if (text.length() > ArticleReader.MAX_LENGTH) {
            throw ArticleReader.tooLong(document.source());
        }
        if (XML.matcher(text).lookingAt()) {
            throw new ArticleException(document.source()
                    + " is XML and no article; give the article itself, or the address of a feed as a feed");
        }
        Markdown markdown =
                document.kind() == Document.Kind.MARKDOWN ? Markdown.of(text) : new Markdown(text, List.of());
        return new Content(
                new Extract(null, Publication.UNKNOWN, null, document.address(), text, markdown.headings()),
                markdown.prose());
    }

    /** Of a web page. */
    static Content ofPage(Document document, BlockWeights weights) {
        TextDecoder.requireNoOtherKind(document.source(), document.bytes());
        Extract extract = WebPage.parse(document.source(), document.bytes(), document.charset(), document.address())
                .extract(weights);
        if (extract.text().isBlank()) {
            throw new ArticleException(document.source()
                    + " has no article that can be told from the rest of the page; save the text alone and give that");
        }
        return of(extract);
    }

    /** Of an extract whose items begin with a dash, which is no part of their sentences. */
    static Content of(Extract extract) {
        char[] prose = extract.text().toCharArray();
        for (int i = 0; i + 1 < prose.length; i++) {
            if (prose[i] == '-' && prose[i + 1] == ' ' && (i == 0 || prose[i - 1] == '\n')) {
                prose[i] = '\n';
            }
        }
        return new Content(extract, new String(prose));
    }
}
