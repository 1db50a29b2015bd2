package io.housemates.checkout.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

import io.housemates.platform.api.InvalidFieldsException;

/**
 * A POST that carries an {@code Idempotency-Key}.
 *
 * @param key the client's, at most 255 characters; null when it sent none
 * @param hash of path and body: what "the same request" means
 * @param credential the access token the client authenticated with; seals the stored answer, so that it cannot be read without
 *        it
 */
public record IdempotentRequest(String partnerId, String key, String hash, String credential) {

    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST = 255;

    public static IdempotentRequest of(String partnerId, HttpHeaders headers, UriInfo uri, byte[] body) {
        String key = headers.getHeaderString(HEADER);
        if (key != null && (key.isBlank() || key.length() > LONGEST)) {
            throw InvalidFieldsException.of("idempotency_key", "The Idempotency-Key must have 1 to 255 characters.");
        }
        return new IdempotentRequest(partnerId, key, hash(uri.getPath(), body), token(headers));
    }

    boolean hasKey() {
        return key != null;
    }

    /** The bearer token without its scheme, whose letter case is the client's choice. */
    private static String token(HttpHeaders headers) {
        String authorization = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
        return authorization.substring(authorization.indexOf(' ') + 1).trim();
    }

    private static String hash(String path, byte[] body) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(path.getBytes(UTF_8));
            sha256.update((byte) 0);
            return HexFormat.of().formatHex(sha256.digest(body == null ? new byte[0] : body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "IdempotentRequest[partnerId=" + partnerId + "]";
    }
}
