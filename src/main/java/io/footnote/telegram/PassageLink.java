package io.footnote.telegram;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A link that opens a page at a sentence, by a text fragment (https://wicg.github.io/scroll-to-text-fragment/). A long
 * sentence is named by its first and last words.
 */
final class PassageLink {
    /** Words at each end of a sentence that is not given whole. */
    private static final int WORDS = 5;

    /** A sentence of no more words is given whole. */
    private static final int SHORT = 12;

    private PassageLink() {}

    /**
     * The address of the page at that sentence; null where there is no page of the web.
     *
     * @param sentence on one line
     */
    static @Nullable String to(@Nullable String page, String sentence) {
        if (page == null || !(page.startsWith("https://") || page.startsWith("http://"))) {
            return null;
        }
        String[] words = sentence.split(" ", -1);
        String directive = words.length <= SHORT
                ? encoded(sentence)
                : encoded(join(words, 0, WORDS)) + "," + encoded(join(words, words.length - WORDS, words.length));
        return page + (page.contains("#") ? "" : "#") + ":~:text=" + directive;
    }

    private static String join(String[] words, int from, int to) {
        return String.join(" ", Arrays.asList(words).subList(from, to));
    }

    /** A comma, an ampersand and a hyphen have a meaning there, so that they are encoded, too. */
    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("-", "%2D");
    }
}
