package io.housemates.checkout.partner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

import io.quarkus.runtime.Startup;
import io.smallrye.config.ConfigMapping;

/**
 * Signs the results that students carry back to partners (ES256) and tells partners the keys they verify with. The first
 * key signs, all are told: a key is replaced by telling the new one for a while before it becomes the first. Without keys
 * there is no start.
 */
@Startup
@ApplicationScoped
class ReturnKeys {

    private final List<EllipticCurveJsonWebKey> keys;

    ReturnKeys(Source source) {
        this.keys = read(text(source));
    }

    String sign(JwtClaims claims) {
        EllipticCurveJsonWebKey key = keys.get(0);
        var jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        jws.setKeyIdHeaderValue(key.getKeyId());
        jws.setKey(key.getPrivateKey());
        jws.setPayload(claims.toJson());
        try {
            return jws.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A JWK Set (RFC 7517) of the public halves. */
    String published() {
        return new JsonWebKeySet(keys).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    private static List<EllipticCurveJsonWebKey> read(String text) {
        try {
            List<EllipticCurveJsonWebKey> keys = new JsonWebKeySet(text).getJsonWebKeys().stream()
                    .map(EllipticCurveJsonWebKey.class::cast).toList();
            if (!keys.isEmpty() && keys.stream().allMatch(ReturnKeys::isUsable)) {
                keys.forEach(key -> {
                    key.setUse("sig");
                    key.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
                });
                return keys;
            }
        } catch (JoseException | RuntimeException unusable) {
            // told below, without a cause and its text: both may quote the keys
        }
        throw new IllegalStateException("the return keys are not a JWK Set of private P-256 keys, each with a kid");
    }

    private static boolean isUsable(EllipticCurveJsonWebKey key) {
        return "P-256".equals(key.getCurveName()) && key.getPrivateKey() != null && key.getKeyId() != null;
    }

    private static String text(Source source) {
        if (source.file().isPresent()) {
            try {
                return Files.readString(Path.of(source.file().get()));
            } catch (IOException unreadable) {
                throw new UncheckedIOException("the file of return keys cannot be read", unreadable);
            }
        }
        return source.json()
                .orElseThrow(() -> new IllegalStateException("no return keys: set RETURN_KEYS or RETURN_KEYS_FILE"));
    }

    /** The private keys (EC, P-256, JWK Set) that sign results for partners. */
    @ConfigMapping(prefix = "housemates.return-keys")
    interface Source {

        /** The keys themselves. */
        Optional<String> json();

        /** A file that holds the keys; wins over the variable. */
        Optional<String> file();
    }
}
