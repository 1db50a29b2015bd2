package io.housemates.dispatcher.signing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;

/** What one of a subscription's signatures can be checked with: its secret, or for {@code v1a} the public key alone. */
public interface VerificationKey {

    /**
     * @param signatures those in the header, with their version prefixes
     * @return whether one of them is right
     */
    boolean accepts(List<String> signatures, String id, Instant timestamp, byte[] body);

    /**
     * @throws IllegalArgumentException when the text is neither a secret that signs nor a {@code whpk_} public key
     */
    static VerificationKey parse(String text) {
        return text.startsWith(Ed25519Key.PUBLIC_PREFIX) ? Ed25519PublicKey.parse(text) : of(SigningKey.parse(text));
    }

    /** Both kinds of secrets sign the same the same way every time, so what is right is known, and computed once. */
    static VerificationKey of(SigningKey key) {
        return (signatures, id, timestamp, body) -> {
            byte[] right = WebhookSignature.of(List.of(key), id, timestamp, ByteBuffer.wrap(body))
                    .getBytes(StandardCharsets.UTF_8);
            return signatures.stream().anyMatch(one -> MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), right));
        };
    }
}
