package io.housemates.dispatcher.signing;

import java.nio.ByteBuffer;
import java.security.SecureRandom;

/**
 * One secret that signs a subscription's webhooks, in the serialised form of Standard Webhooks 1.0.
 *
 * <p>
 * {@code whsec_<base64 of 24 to 64 bytes>} signs with HMAC-SHA256 as {@code v1}; {@code whsk_<base64 of seed and
 * public key>} signs with ed25519 as {@code v1a}, and the partner verifies with the public {@code whpk_} key.
 */
public sealed interface SigningKey permits HmacKey, Ed25519Key {

    /**
     * One signature over all parts together, with its version prefix, {@code v1,…} or {@code v1a,…}; the parts stay as they
     * are.
     */
    String sign(ByteBuffer... parts);

    /** The secret as it is stored (encrypted) and shown to the partner once. */
    String secret();

    /** What the partner verifies with: the secret itself for {@code v1}, the public key for {@code v1a}. */
    String verificationKey();

    /**
     * @throws IllegalArgumentException when the text is neither a {@code whsec_} nor a {@code whsk_} secret of the right length
     */
    static SigningKey parse(String secret) {
        if (secret.startsWith(HmacKey.PREFIX)) {
            return new HmacKey(KeyText.decode(secret, HmacKey.PREFIX));
        }
        if (secret.startsWith(Ed25519Key.PREFIX)) {
            return Ed25519Key.of(KeyText.decode(secret, Ed25519Key.PREFIX));
        }
        throw new IllegalArgumentException("a signing secret starts with whsec_ or whsk_");
    }

    static SigningKey generate(SigningScheme scheme, SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return switch (scheme) {
            case V1 -> new HmacKey(bytes);
            case V1A -> Ed25519Key.fromSeed(bytes);
        };
    }
}
