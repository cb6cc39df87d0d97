package io.footnote.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text that is asked about, with its sentences. Immutable and safe for any number of threads.
 *
 * @param id the text's fingerprint, see {@link #idOf}: the same text is the same article, wherever it came from
 * @param title the headline, or the source's name where the text has none
 * @param source the file or address it was read from, as its reader named it
 * @param url the page a reader can open, by its canonical address where it states one; or null
 * @param language the language of the text as a BCP 47 tag, such as {@code en}
 * @param text the decoded text that every offset counts in
 * @param sentences its sentences in the order of the text, numbered from 1 without a gap, none overlapping
 * @param publication who published it and when, as far as that is known
 */
public record Article(
        String id,
        String title,
        String source,
        @Nullable String url,
        String language,
        String text,
        List<Sentence> sentences,
        Publication publication) {

    /** @throws IllegalArgumentException when a component is blank, or the sentences are not in order inside the text */
    public Article {
        requireText("id", id);
        requireText("title", title);
        requireText("source", source);
        requireText("language", language);
        requireText("text", text);
        sentences = List.copyOf(sentences);
        int end = 0;
        for (int index = 0; index < sentences.size(); index++) {
            Sentence sentence = sentences.get(index);
            if (sentence.number() != index + 1 || sentence.start() < end || sentence.end() > text.length()) {
                throw new IllegalArgumentException("sentences must be numbered from 1, in order and inside the text of "
                        + text.length() + " units, got " + sentence + " at index " + index);
            }
            end = sentence.end();
        }
    }

    /** An article of which nobody knows who published it and when. */
    public Article(
            String id,
            String title,
            String source,
            @Nullable String url,
            String language,
            String text,
            List<Sentence> sentences) {
        this(id, title, source, url, language, text, sentences, Publication.UNKNOWN);
    }

    /** The same article, with what is known of its publication. */
    public Article with(Publication known) {
        return new Article(id, title, source, url, language, text, sentences, known);
    }

    private static void requireText(String component, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(component + " must not be blank");
        }
    }

    /** The sentence's own words, copied from the text. The sentence must be one of this article's. */
    public String textOf(Sentence sentence) {
        return text.substring(sentence.start(), sentence.end());
    }

    /**
     * The sentence of that number.
     *
     * @param number from 1
     * @throws IllegalArgumentException when the article has no such sentence; ask {@link #has} first
     */
    public Sentence sentence(int number) {
        if (!has(number)) {
            throw new IllegalArgumentException(
                    "article " + id + " has sentences 1 to " + sentences.size() + ", got " + number);
        }
        return sentences.get(number - 1);
    }

    /** Whether the article has a sentence of that number. */
    public boolean has(int number) {
        return number >= 1 && number <= sentences.size();
    }

    /**
     * The fingerprint of a text: the first 128 bits of SHA-256 over the text in Unicode normal form C with every run of
     * white space as one space, in hexadecimal. Line ends and indentation do not make another article.
     */
    public static String idOf(String text) {
        String normalized =
                Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(normalized.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
