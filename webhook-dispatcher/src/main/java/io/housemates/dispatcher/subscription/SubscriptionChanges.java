package io.housemates.dispatcher.subscription;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

/** Changes a subscription after the rules agreed, and lets what is queued in this instance use the new settings. */
@ApplicationScoped
class SubscriptionChanges {

    private final SubscriptionService subscriptions;
    private final SubscriptionRules rules;
    private final SubscriptionHealth health;
    private final Endpoints endpoints;

    SubscriptionChanges(SubscriptionService subscriptions, SubscriptionRules rules, SubscriptionHealth health,
            Endpoints endpoints) {
        this.subscriptions = subscriptions;
        this.rules = rules;
        this.health = health;
        this.endpoints = endpoints;
    }

    Uni<SubscriptionView> create(String partnerId, CreateSubscription request) {
        return rules.check(request).chain(() -> subscriptions.create(partnerId, request));
    }

    Uni<SubscriptionView> update(String partnerId, String id, UpdateSubscription change) {
        return subscriptions.read(partnerId, id)
                .chain(() -> rules.check(change))
                .chain(() -> subscriptions.update(partnerId, id, change))
                .call(() -> Boolean.TRUE.equals(change.enabled()) || change.url() != null ? health.forgive(id)
                        : Uni.createFrom().voidItem())
                .invoke(() -> endpoints.forget(id));
    }

    Uni<SubscriptionView> delete(String partnerId, String id) {
        return subscriptions.delete(partnerId, id).invoke(() -> endpoints.forget(id));
    }

    Uni<SubscriptionView> rotate(String partnerId, String id, Duration overlap) {
        return subscriptions.rotate(partnerId, id, overlap).invoke(() -> endpoints.forget(id));
    }
}
