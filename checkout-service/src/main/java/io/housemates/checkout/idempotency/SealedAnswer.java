package io.housemates.checkout.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import io.housemates.checkout.api.CheckoutError;

/** An answer as it is stored: AES-256-GCM under the client's own credential, which we do not keep. */
final class SealedAnswer {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private SealedAnswer() {
    }

    static String seal(String answer, IdempotentRequest request) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, request, nonce, answer.getBytes(UTF_8));
        byte[] both = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, both, NONCE, sealed.length);
        return Base64.getEncoder().encodeToString(both);
    }

    /** Another token of the partner cannot open what was answered to the first: to it the key is taken. */
    static String open(String stored, IdempotentRequest request) {
        byte[] both = Base64.getDecoder().decode(stored);
        return new String(run(Cipher.DECRYPT_MODE, request, Arrays.copyOf(both, NONCE),
                Arrays.copyOfRange(both, NONCE, both.length)), UTF_8);
    }

    private static byte[] run(int mode, IdempotentRequest request, byte[] nonce, byte[] input) {
        try {
            byte[] key = MessageDigest.getInstance("SHA-256")
                    .digest((request.credential() + "\0" + request.key()).getBytes(UTF_8));
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (AEADBadTagException e) {
            throw CheckoutError.IDEMPOTENCY_KEY_REUSED.exception();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
