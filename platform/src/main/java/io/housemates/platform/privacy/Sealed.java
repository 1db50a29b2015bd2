package io.housemates.platform.privacy;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * Personal data as it is stored and as it travels: {@code contracts/events/common.v2.schema.json#/$defs/PersonalData}.
 *
 * @param keyId of the {@link DataKey} that opens it
 * @param ciphertext AES-256-GCM: nonce, ciphertext, tag; base64 in JSON
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Sealed(String keyId, byte[] ciphertext) {

    public Sealed {
        requireNonNull(keyId, "keyId");
        requireNonNull(ciphertext, "ciphertext");
    }

    public static Sealed of(byte[] clear, DataKey key) {
        return new Sealed(key.id(), key.seal(clear));
    }

    public byte[] open(DataKey key) {
        return key.open(ciphertext);
    }

    @Override
    public String toString() {
        return "Sealed[keyId=" + keyId + "]";
    }
}
