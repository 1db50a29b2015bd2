package io.housemates.platform.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;

/** The key over the personal data of one checkout and its booking: destroying it is what erases them everywhere. */
public final class DataKey {

    private static final int BYTES = 32;

    private final String id;
    private final byte[] bytes;
    private final Aead aead;

    DataKey(String id, byte[] bytes) {
        this.id = id;
        this.bytes = bytes;
        try {
            aead = new AesGcmJce(bytes);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("data key " + id + " is not usable");
        }
    }

    static DataKey random(String id) {
        return new DataKey(id, Random.randBytes(BYTES));
    }

    public String id() {
        return id;
    }

    byte[] bytes() {
        return bytes;
    }

    /** AES-256-GCM; the key's id is bound to what is sealed. */
    public byte[] seal(byte[] clear) {
        try {
            return aead.encrypt(clear, id.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws IllegalStateException when another key sealed it */
    public byte[] open(byte[] sealed) {
        try {
            return aead.decrypt(sealed, id.getBytes(UTF_8));
        } catch (GeneralSecurityException otherKey) {
            throw new IllegalStateException("data key " + id + " does not open what is sealed");
        }
    }

    @Override
    public String toString() {
        return "DataKey[" + id + "]";
    }
}
