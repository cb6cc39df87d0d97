package io.footnote.desk;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs short texts with HMAC-SHA256. Safe for any number of threads. */
final class Signature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int RANDOM_BYTES = 32;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /** @param key what {@link #newKey} made */
    Signature(String key) {
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    static String newKey() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return encode(bytes);
    }

    /** 256 bits that nobody can guess, in letters that may stand in an address. */
    String secret() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return encode(bytes);
    }

    /** The signature of a text made for a purpose; that for one purpose is not valid for another. */
    String sign(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return encode(mac.doFinal((purpose + '\n' + text).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** Whether a signature is the text's, in a time that tells nothing about how far it is right. */
    boolean valid(String purpose, String text, String signature) {
        return MessageDigest.isEqual(
                sign(purpose, text).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
