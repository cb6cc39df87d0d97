package io.footnote.storage;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.subtle.PrfHmacJce;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps personal data unreadable where it is stored: ids become keyed hashes, texts are encrypted by AES-GCM. Without
 * the key nobody can tell whose a row is or what it holds. Immutable and safe for any number of threads.
 */
public final class PersonalData {
    /** Fewer characters than these can be guessed. */
    public static final int SHORTEST_KEY = 32;

    private static final String HASH = "HMACSHA256";
    private static final int KEY_BYTES = 32;
    private static final String SEALED = "s1:";

    private final Aead aead;
    private final PrfHmacJce prf;

    private PersonalData(Aead aead, PrfHmacJce prf) {
        this.aead = aead;
        this.prf = prf;
    }

    /** @param key any text; two keys are derived from it by HKDF (RFC 5869), one for ids and one for texts */
    public static PersonalData under(String key) {
        try {
            return new PersonalData(
                    new AesGcmJce(derived(key, "footnote texts")),
                    new PrfHmacJce(HASH, new SecretKeySpec(derived(key, "footnote ids"), "HMAC")));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256 and AES-GCM", e);
        }
    }

    private static byte[] derived(String key, String purpose) throws GeneralSecurityException {
        byte[] salt = new byte[0];
        return Hkdf.computeHkdf(
                HASH, key.getBytes(StandardCharsets.UTF_8), salt, purpose.getBytes(StandardCharsets.UTF_8), KEY_BYTES);
    }

    /** What stands for an id: the first 64 bits of its keyed hash, and 0 for 0. */
    public long pseudonym(long id) {
        if (id == 0) {
            return 0;
        }
        try {
            byte[] hash =
                    prf.compute(ByteBuffer.allocate(Long.BYTES).putLong(id).array(), Long.BYTES);
            return ByteBuffer.wrap(hash).getLong();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a hash can always be computed", e);
        }
    }

    /**
     * Encrypts a text.
     *
     * @param place what the text belongs to; it cannot be opened anywhere else
     */
    String seal(String text, String place) {
        try {
            byte[] encrypted = aead.encrypt(bytes(text), bytes(place));
            return SEALED + Base64.getEncoder().withoutPadding().encodeToString(encrypted);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a text can always be encrypted", e);
        }
    }

    /**
     * What was encrypted; a text that never was comes back as it is. Nothing when it was encrypted with another key or
     * for another place.
     */
    Optional<String> open(String stored, String place) {
        if (!stored.startsWith(SEALED)) {
            return Optional.of(stored);
        }
        try {
            byte[] encrypted = Base64.getDecoder().decode(stored.substring(SEALED.length()));
            return Optional.of(new String(aead.decrypt(encrypted, bytes(place)), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
