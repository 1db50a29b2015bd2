package io.housemates.booking.support;

import java.security.GeneralSecurityException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;

import io.housemates.localstack.testing.Examples;
import io.housemates.localstack.testing.Kafka;
import io.housemates.platform.privacy.KeyEncryptionKey;

/** A checkout that completed elsewhere, with its details sealed under a key that travels on a topic of its own. */
public record SealedCheckout(Checkout checkout, byte[] key) {

    public static SealedCheckout of(TestPartner partner) throws GeneralSecurityException {
        byte[] key = Random.randBytes(32);
        var checkout = Checkout.of(partner);
        ObjectNode sealed = Examples.of("checkout.completed", 2);
        checkout.event().fields().forEachRemaining(field -> {
            if (sealed.has(field.getKey())) {
                sealed.set(field.getKey(), field.getValue());
            }
        });
        sealed.putObject("personalData").put("keyId", checkout.sessionId()).put("ciphertext",
                new AesGcmJce(key).encrypt(Examples.bytes(Examples.of("personal_data")), checkout.sessionId().getBytes()));
        return new SealedCheckout(new Checkout(checkout.bookingId(), sealed), key);
    }

    public String bookingId() {
        return checkout.bookingId();
    }

    public void complete() {
        checkout.complete();
    }

    public void handOverKey(KeyEncryptionKey master) {
        Kafka.send("personal-keys", checkout.sessionId(), "data_key.wrapped", Examples.bytes(Examples.JSON.createObjectNode()
                .put("keyId", checkout.sessionId()).put("wrapped", master.seal(key, checkout.sessionId()))));
    }

    public void destroyKey() {
        Kafka.send("personal-keys", checkout.sessionId(), "data_key.destroyed", null);
    }
}
