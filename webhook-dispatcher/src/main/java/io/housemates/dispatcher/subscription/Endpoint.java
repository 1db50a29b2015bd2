package io.housemates.dispatcher.subscription;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.housemates.dispatcher.egress.Destination;
import io.housemates.dispatcher.signing.SigningKey;

/**
 * What sending to a subscription needs, with its secrets opened; lives in memory only.
 *
 * @param version of the subscription these settings are from
 * @param enabled whether deliveries are wanted now
 * @param accessToken sent as bearer token, or null
 * @param redaction of all these secrets
 */
public record Endpoint(String subscriptionId, int version, boolean enabled, Destination destination, String accessToken,
        Map<String, String> headers, List<Key> keys, Redaction redaction) {

    /** @param expiresAt when a rotated key stops signing, or null for the current one */
    public record Key(SigningKey key, Instant expiresAt) {

        boolean isValid(Instant now) {
            return expiresAt == null || expiresAt.isAfter(now);
        }
    }

    public List<SigningKey> signingKeys(Instant now) {
        return keys.stream().filter(key -> key.isValid(now)).map(Key::key).toList();
    }

    /** Everything else here is a secret. */
    @Override
    public String toString() {
        return "Endpoint[" + subscriptionId + ", version=" + version + "]";
    }
}
