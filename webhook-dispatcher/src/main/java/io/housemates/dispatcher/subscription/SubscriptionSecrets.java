package io.housemates.dispatcher.subscription;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/** The sealed signing secrets, newest first. */
@ApplicationScoped
class SubscriptionSecrets implements PanacheRepositoryBase<SubscriptionSecret, String> {

    Uni<List<SubscriptionSecret>> valid(String subscriptionId, Instant now) {
        return list("subscriptionId = ?1 and (expiresAt is null or expiresAt > ?2) order by createdAt desc, id desc",
                subscriptionId, now);
    }
}
