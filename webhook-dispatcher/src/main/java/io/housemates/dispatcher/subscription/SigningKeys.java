package io.housemates.dispatcher.subscription;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.dispatcher.signing.SigningKey;
import io.housemates.dispatcher.signing.SigningScheme;
import io.housemates.platform.Ulids;
import io.smallrye.mutiny.Uni;

/** Makes a subscription's signing secrets, and lets the older ones run out. */
@ApplicationScoped
class SigningKeys {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MOST_BESIDE_THE_NEW_ONE = 9;

    private final SubscriptionSecrets secrets;
    private final SecretVault vault;
    private final Ulids ulids;
    private final Clock clock;

    SigningKeys(SubscriptionSecrets secrets, SecretVault vault, Ulids ulids, Clock clock) {
        this.secrets = secrets;
        this.vault = vault;
        this.ulids = ulids;
        this.clock = clock;
    }

    Uni<SigningKey> add(Subscription subscription) {
        SigningKey key = SigningKey.generate(SigningScheme.of(subscription.signing), RANDOM);
        SubscriptionSecret secret = new SubscriptionSecret();
        secret.id = ulids.next();
        secret.subscriptionId = subscription.id;
        secret.sealed = vault.seal(key.secret(), subscription.id);
        secret.createdAt = clock.instant();
        return secrets.persist(secret).replaceWith(key);
    }

    /** Adds one; those before it sign along until the overlap is over. */
    Uni<SigningKey> rotate(Subscription subscription, Duration overlap) {
        Instant now = clock.instant();
        return secrets.valid(subscription.id, now)
                .invoke(valid -> expire(valid, now.plus(overlap)))
                .chain(() -> add(subscription));
    }

    Uni<Void> forget(String subscriptionId) {
        return secrets.delete("subscriptionId", subscriptionId).replaceWithVoid();
    }

    /** Never later than an earlier rotation promised; with the new one at most ten sign. */
    private static void expire(List<SubscriptionSecret> valid, Instant end) {
        for (int i = 0; i < valid.size(); i++) {
            SubscriptionSecret secret = valid.get(i);
            if (i >= MOST_BESIDE_THE_NEW_ONE) {
                secret.expiresAt = Instant.EPOCH;
            } else if (secret.expiresAt == null || secret.expiresAt.isAfter(end)) {
                secret.expiresAt = end;
            }
        }
    }
}
