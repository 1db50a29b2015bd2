package io.housemates.dashboard.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

/** Makes what a browser keeps for us unreadable and unchangeable: AES-256-GCM, as base64url of nonce, content and tag. */
@ApplicationScoped
public class Seal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    Seal(SessionKey key) {
        this.key = new SecretKeySpec(key.derivedFor("cookies"), "AES");
    }

    /** @param purpose what is sealed for one purpose does not open for another */
    public String close(String purpose, String content) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(content.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array());
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Empty when it was not sealed here for this purpose, or was changed since. */
    public Optional<String> open(String purpose, String sealed) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(sealed);
            return bytes.length < NONCE_BYTES + TAG_BITS / Byte.SIZE ? Optional.empty()
                    : Optional.of(new String(open(purpose, bytes), UTF_8));
        } catch (IllegalArgumentException | GeneralSecurityException foreign) {
            return Optional.empty();
        }
    }

    private byte[] open(String purpose, byte[] bytes) throws GeneralSecurityException {
        byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
        return cipher(Cipher.DECRYPT_MODE, nonce, purpose).doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
    }

    private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(UTF_8));
        return cipher;
    }
}
