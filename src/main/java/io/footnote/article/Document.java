package io.footnote.article;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A document as it came, from a file or over the network. The bytes are not copied: leave them alone.
 *
 * @param source what messages and articles call it
 * @param name the file's name, which may tell its kind and stands in for a missing title
 * @param bytes the document, perhaps gzipped
 * @param mediaType what a server says it is, such as {@code text/html}, or null
 * @param charset what a server says its encoding is, or null
 * @param address where it was, http or https, or null
 */
public record Document(
        String source,
        String name,
        byte[] bytes,
        @Nullable String mediaType,
        @Nullable String charset,
        @Nullable String address) {
    /** The largest document in bytes, packed or unpacked. */
    public static final int MAX_BYTES = 32 << 20;

    private static final int HEAD = 1024;
    private static final Pattern PAGE_NAME = Pattern.compile(".*\\.(?:x?html?|mhtml)", Pattern.CASE_INSENSITIVE);
    private static final Pattern MARKDOWN_NAME = Pattern.compile(".*\\.(?:md|markdown)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PAGE_HEAD = Pattern.compile(
            "\\W{0,4}(?:<\\?xml[^>]{0,200}>\\s*)?(?:<!--.{0,500}?-->\\s*)*<(?:!doctype\\s+html|html|head|body)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** How a document is read. */
    enum Kind {
        PAGE,
        PDF,
        MARKDOWN,
        TEXT
    }

    /** The same document known to have been at an address, or the same when that is null. */
    Document at(@Nullable String url) {
        return url == null ? this : new Document(source, name, bytes, mediaType, charset, url);
    }

    /**
     * The document without its gzip packing.
     *
     * @throws ArticleException when the packing is damaged or holds more than {@link #MAX_BYTES}
     */
    Document unpacked() {
        if (bytes.length < 2 || (bytes[0] & 0xFF) != 0x1F || (bytes[1] & 0xFF) != 0x8B) {
            return this;
        }
        try (InputStream stream = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] plain = stream.readNBytes(MAX_BYTES + 1);
            if (plain.length > MAX_BYTES) {
                throw tooLarge(source);
            }
            String plainName =
                    name.toLowerCase(Locale.ROOT).endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
            return new Document(source, plainName, plain, mediaType, charset, address);
        } catch (IOException e) {
            throw new ArticleException(source + " is a damaged gzip archive; give another copy of it", e);
        }
    }

    /** What is said of a document that is larger than {@link #MAX_BYTES}. */
    static ArticleException tooLarge(String source) {
        return new ArticleException(
                source + " is larger than the " + (MAX_BYTES >> 20) + " MiB a document may have; give a part of it");
    }

    /** What it is, by its own first characters, else by what the server says, else by its name. */
    Kind kind() {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1).replace("\0", "");
        if (head.startsWith("%PDF-") || head.contains("\n%PDF-")) {
            return Kind.PDF;
        }
        boolean said = mediaType != null && mediaType.contains("html");
        if (said || PAGE_HEAD.matcher(head).matches() || PAGE_NAME.matcher(name).matches()) {
            return Kind.PAGE;
        }
        return MARKDOWN_NAME.matcher(name).matches() || "text/markdown".equals(mediaType) ? Kind.MARKDOWN : Kind.TEXT;
    }
}
