package io.housemates.platform.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfSet;

/**
 * Turns words into tokens that can be compared but not read: equal words, whatever their letter case and spacing, have equal
 * tokens (HMAC-SHA-256, its first 16 bytes).
 *
 * The keyset may hold several keys: words are filed under the primary one and looked for under all of them.
 */
public final class BlindIndex {

    private static final int BYTES = 16;

    private final PrfSet prfs;

    private BlindIndex(PrfSet prfs) {
        this.prfs = prfs;
    }

    /** @throws IllegalStateException when there is no usable PRF keyset */
    public static BlindIndex of(ConfiguredKeyset keyset) {
        return new BlindIndex(keyset.prfs());
    }

    /** Under which a word is filed. */
    public String token(String word) {
        try {
            return text(prfs.computePrimary(normal(word), BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Under which a word may have been filed. */
    public List<String> tokens(String word) {
        try {
            return prfs.getPrfs().values().stream().map(prf -> token(prf, word)).toList();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String token(Prf prf, String word) {
        try {
            return text(prf.compute(normal(word), BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] normal(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT)
                .getBytes(UTF_8);
    }

    private static String text(byte[] token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }
}
