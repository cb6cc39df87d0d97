package io.footnote.article;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * From bytes to text. A byte-order mark names the encoding and is dropped; without one the bytes are UTF-8 if they are
 * valid UTF-8, otherwise windows-1252. What is not text is refused by its first bytes, by a NUL, or by control
 * characters that make up more than one character in a hundred. Stateless.
 */
final class TextDecoder {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int CONTROLS_IN_A_HUNDRED = 1;

    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("PK\u0003\u0004", "a ZIP archive or an office document");
        KINDS.put("\u0089PNG", "a PNG picture");
        KINDS.put("\u00FF\u00D8\u00FF", "a JPEG picture");
        KINDS.put("GIF8", "a GIF picture");
        KINDS.put("\u001F\u008B", "a gzip archive");
        KINDS.put("\u007FELF", "a program");
        KINDS.put("\u00CA\u00FE\u00BA\u00BE", "a Java class");
        KINDS.put("SQLite format 3\u0000", "an SQLite database");
        KINDS.put("\u00D0\u00CF\u0011\u00E0", "an old office document");
        KINDS.put("{\\rtf", "an RTF document");
    }

    private TextDecoder() {}

    /**
     * The text of the bytes, without its byte-order mark.
     *
     * @param source what messages call it
     * @throws ArticleException when the bytes are no text
     */
    static String decode(String source, byte[] bytes) {
        requireNoOtherKind(source, bytes);
        String text = decodeByMark(
                source, bytes, new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1));
        requireText(source, text);
        return text;
    }

    /**
     * Refuses what its first bytes tell to be something else, whatever its name says.
     *
     * @throws ArticleException when they do
     */
    static void requireNoOtherKind(String source, byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, String> kind : KINDS.entrySet()) {
            if (head.startsWith(kind.getKey())) {
                throw new ArticleException(source + " is " + kind.getValue()
                        + ", not text; save its text as a plain text" + " file and give that");
            }
        }
    }

    private static String decodeByMark(String source, byte[] bytes, String head) {
        if (head.startsWith("\u00EF\u00BB\u00BF")) {
            return strictly(source, StandardCharsets.UTF_8, bytes, 3);
        }
        if (head.startsWith("\u00FE\u00FF")) {
            return strictly(source, StandardCharsets.UTF_16BE, bytes, 2);
        }
        if (head.startsWith("\u00FF\u00FE")) {
            return strictly(source, StandardCharsets.UTF_16LE, bytes, 2);
        }
        try {
            return decode(StandardCharsets.UTF_8, bytes, 0);
        } catch (CharacterCodingException notUtf8) {
            requireText(source, new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("[\\x80-\\x9F]", ""));
            return strictly(source, WINDOWS_1252, bytes, 0);
        }
    }

    private static String strictly(String source, Charset charset, byte[] bytes, int offset) {
        try {
            return decode(charset, bytes, offset);
        } catch (CharacterCodingException e) {
            throw new ArticleException(
                    source + " is not valid " + charset.name() + " text; save it as UTF-8 and try again", e);
        }
    }

    private static String decode(Charset charset, byte[] bytes, int offset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes, offset, bytes.length - offset))
                .toString();
    }

    private static void requireText(String source, String text) {
        long controls = text.chars()
                .filter(c -> Character.isISOControl(c) && !Character.isWhitespace(c) && c != '\u0085')
                .count();
        if (text.indexOf('\0') >= 0 || controls * 100 > (long) text.length() * CONTROLS_IN_A_HUNDRED) {
            throw new ArticleException(
                    source + " is a binary file, not text; save its text as a plain text file and give that");
        }
    }
}
