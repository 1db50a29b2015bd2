package io.housemates.dispatcher.signing;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** A private key that signs as {@code v1a}: ed25519 (Standard Webhooks 1.0, 'Asymmetric'). */
final class Ed25519Key implements SigningKey {

    static final String PREFIX = "whsk_";
    static final String PUBLIC_PREFIX = "whpk_";

    private final byte[] seed;
    private final byte[] publicKey;
    /** Made once: it costs about as much as a signature. */
    private final PrivateKey privateKey;

    private Ed25519Key(byte[] seed, byte[] publicKey) {
        this.seed = seed;
        this.publicKey = publicKey;
        try {
            privateKey = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
        } catch (GeneralSecurityException everyJdkHasEd25519) {
            throw new IllegalStateException(everyJdkHasEd25519);
        }
    }

    /** The serialised form is the 32 byte seed followed by the 32 byte public key, as libsodium keeps it. */
    static Ed25519Key of(byte[] bytes) {
        if (bytes.length != 64) {
            throw new IllegalArgumentException("a whsk_ secret has 64 bytes: seed and public key");
        }
        return new Ed25519Key(Arrays.copyOf(bytes, 32), Arrays.copyOfRange(bytes, 32, 64));
    }

    static Ed25519Key fromSeed(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new FixedSeed(seed));
            return new Ed25519Key(seed, raw((EdECPublicKey) generator.generateKeyPair().getPublic()));
        } catch (GeneralSecurityException everyJdkHasEd25519) {
            throw new IllegalStateException(everyJdkHasEd25519);
        }
    }

    @Override
    public String sign(ByteBuffer... parts) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            for (ByteBuffer part : parts) {
                signature.update(part.duplicate());
            }
            return "v1a," + Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException everyJdkHasEd25519) {
            throw new IllegalStateException(everyJdkHasEd25519);
        }
    }

    @Override
    public String secret() {
        byte[] both = Arrays.copyOf(seed, 64);
        System.arraycopy(publicKey, 0, both, 32, 32);
        return PREFIX + Base64.getEncoder().encodeToString(both);
    }

    @Override
    public String verificationKey() {
        return PUBLIC_PREFIX + Base64.getEncoder().encodeToString(publicKey);
    }

    @Override
    public String toString() {
        return "Ed25519Key";
    }

    /** RFC 8032 5.1.5: y little-endian in 32 bytes, the lowest bit of x as the highest bit. */
    private static byte[] raw(EdECPublicKey key) {
        byte[] bigEndian = key.getPoint().getY().toByteArray();
        byte[] raw = new byte[32];
        for (int i = 0; i < Math.min(32, bigEndian.length); i++) {
            raw[i] = bigEndian[bigEndian.length - 1 - i];
        }
        if (key.getPoint().isXOdd()) {
            raw[31] |= (byte) 0x80;
        }
        return raw;
    }

    /** The JDK offers no way from a seed to its public key except generating with a 'random' that yields that seed. */
    private static final class FixedSeed extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final transient byte[] seed;

        FixedSeed(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
