package io.footnote.article;

import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Measures, before a PDF library unpacks them, what the packed streams of a document come to, into a buffer of fixed size:
 * a bomb costs the time to unpack {@value #MAX_UNPACKED} bytes and no memory. Streams packed in another way than once by
 * deflate are counted at the most that their way can grow to. Stateless.
 */
final class PdfStreams {
    /** The most that all streams together may unpack to, in bytes. */
    static final long MAX_UNPACKED = 128L << 20;

    /** The most by which deflate grows; LZW grows by no more than twice this. */
    private static final int GROWTH = 1_032;

    private static final int DICTIONARY = 2_000;
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.ISO_8859_1);

    private PdfStreams() {}

    /** @throws ArticleException when the streams come to more than {@link #MAX_UNPACKED} */
    static void check(Document document) {
        byte[] bytes = document.bytes();
        long left = MAX_UNPACKED;
        for (int at = find(bytes, STREAM, 0); at >= 0; at = find(bytes, STREAM, at + STREAM.length)) {
            boolean isEnd = at >= 3 && bytes[at - 1] == 'd' && bytes[at - 2] == 'n' && bytes[at - 3] == 'e';
            if (!isEnd) {
                int start = dataAfter(bytes, at + STREAM.length);
                left -= unpacked(bytes, start, dictionaryBefore(bytes, at), left);
                if (left < 0) {
                    throw new ArticleException(document.source() + " unpacks to more than the " + (MAX_UNPACKED >> 20)
                            + " MiB that a PDF may hold; give a part of it");
                }
            }
        }
    }

    private static int dataAfter(byte[] bytes, int at) {
        int start = at;
        while (start < bytes.length && (bytes[start] == '\r' || bytes[start] == '\n' || bytes[start] == ' ')) {
            start++;
        }
        return start;
    }

    private static String dictionaryBefore(byte[] bytes, int at) {
        int from = Math.max(0, at - DICTIONARY);
        String before = new String(bytes, from, at - from, StandardCharsets.ISO_8859_1);
        return before.substring(Math.max(0, before.lastIndexOf(" obj")));
    }

    private static long unpacked(byte[] bytes, int start, String dictionary, long budget) {
        int filters = count(dictionary, "FlateDecode") + count(dictionary, "/Fl");
        boolean others = dictionary.contains("LZW")
                || dictionary.contains("ASCII85")
                || dictionary.contains("ASCIIHex")
                || dictionary.contains("RunLength")
                || dictionary.contains("/A85")
                || dictionary.contains("/AHx")
                || count(dictionary, "FlateDecode") > 1
                || (dictionary.contains("#") && filters == 0);
        if (others) {
            int end = find(bytes, "endstream".getBytes(StandardCharsets.ISO_8859_1), start);
            return 2L * GROWTH * ((end < 0 ? bytes.length : end) - start);
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes, start, bytes.length - start);
            byte[] buffer = new byte[1 << 16];
            long total = 0;
            int count = inflater.inflate(buffer);
            while (count > 0 && total <= budget) {
                total += count;
                count = inflater.inflate(buffer);
            }
            return total;
        } catch (DataFormatException notPacked) {
            return inflater.getBytesWritten();
        } finally {
            inflater.end();
        }
    }

    private static int count(String text, String word) {
        int count = 0;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
            count++;
        }
        return count;
    }

    private static int find(byte[] bytes, byte[] word, int from) {
        for (int at = from; at <= bytes.length - word.length; at++) {
            int same = 0;
            while (same < word.length && bytes[at + same] == word[same]) {
                same++;
            }
            if (same == word.length) {
                return at;
            }
        }
        return -1;
    }
}
