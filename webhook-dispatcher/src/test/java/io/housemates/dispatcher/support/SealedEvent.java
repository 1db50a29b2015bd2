package io.housemates.dispatcher.support;

import java.security.GeneralSecurityException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;

import io.housemates.localstack.testing.Examples;
import io.housemates.localstack.testing.Kafka;
import io.housemates.platform.privacy.KeyEncryptionKey;

/** A booking made elsewhere whose personal data travels sealed, and its data key, which travels on a topic of its own. */
public record SealedEvent(String bookingId, String keyId, byte[] key, ObjectNode event) {

    public static SealedEvent of(TestPartner partner, String bookingId, String email) {
        byte[] key = Random.randBytes(32);
        String keyId = bookingId + ".session";
        ObjectNode personal = Examples.of("personal_data");
        ((ObjectNode) personal.get("resident")).put("email", email);
        ObjectNode event = Examples.of("booking.created", 2).put("partnerId", partner.id());
        ((ObjectNode) event.get("booking")).put("id", bookingId);
        try {
            event.putObject("personalData").put("keyId", keyId).put("ciphertext",
                    new AesGcmJce(key).encrypt(Examples.bytes(personal), keyId.getBytes()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return new SealedEvent(bookingId, keyId, key, event);
    }

    /** Announces it and returns the event's id. */
    public String create() {
        return Kafka.send("bookings", bookingId, "booking.created", Examples.bytes(event));
    }

    public void sendKey(KeyEncryptionKey master) {
        Kafka.send("personal-keys", keyId, "data_key.wrapped", Examples.bytes(
                Examples.JSON.createObjectNode().put("keyId", keyId).put("wrapped", master.seal(key, keyId))));
    }
}
