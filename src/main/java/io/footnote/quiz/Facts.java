package io.footnote.quiz;

import io.footnote.language.AnnotatedText;
import io.footnote.language.Lexicon;
import io.footnote.language.Token;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What makes a fact the same fact: the stems of the sentence's content words in alphabetical order, and what is asked
 * for. A changed article, another number of the sentence, punctuation, function words and the order of words do not make
 * it another fact; another name or number does.
 */
final class Facts {
    private static final int FINGERPRINT_BYTES = 12;

    private Facts() {}

    /** The fingerprint of a fact: 24 hexadecimal digits. */
    static String of(AnnotatedText sentence, String key, Lexicon lexicon) {
        List<String> stems = sentence.tokens().stream()
                .filter(Token::isWord)
                .filter(token -> !lexicon.isStopWord(token.norm()))
                .map(Token::key)
                .distinct()
                .sorted()
                .toList();
        return fingerprint(String.join(" ", stems) + "|" + key.strip().toLowerCase(java.util.Locale.ROOT));
    }

    /** The first 96 bits of SHA-256 in hexadecimal. */
    static String fingerprint(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
