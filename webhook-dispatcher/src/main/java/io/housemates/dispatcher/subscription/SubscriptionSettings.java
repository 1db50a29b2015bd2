package io.housemates.dispatcher.subscription;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import io.housemates.dispatcher.signing.SigningScheme;
import io.housemates.platform.Ulids;

/** Puts what a partner asked for into a subscription, and seals what is secret of it. */
@ApplicationScoped
class SubscriptionSettings {

    private final SecretVault vault;
    private final Ulids ulids;
    private final Clock clock;

    SubscriptionSettings(SecretVault vault, Ulids ulids, Clock clock) {
        this.vault = vault;
        this.ulids = ulids;
        this.clock = clock;
    }

    Subscription create(String partnerId, CreateSubscription request) {
        Subscription subscription = new Subscription();
        subscription.id = ulids.next();
        subscription.partnerId = partnerId;
        subscription.url = request.url();
        subscription.events = distinct(request.events());
        subscription.description = request.description();
        subscription.signing = request.signing() == null ? SigningScheme.V1.label() : request.signing();
        subscription.sealedAccessToken = request.accessToken() == null ? null
                : vault.seal(request.accessToken(), subscription.id);
        subscription.sealedHeaders = sealed(request.headers(), subscription.id);
        subscription.enabled = true;
        subscription.createdAt = clock.instant();
        subscription.updatedAt = subscription.createdAt;
        return subscription;
    }

    void change(Subscription subscription, UpdateSubscription change) {
        if (change.url() != null) {
            subscription.url = change.url();
        }
        if (change.events() != null) {
            subscription.events = distinct(change.events());
        }
        if (change.description() != null) {
            subscription.description = text(change.description());
        }
        if (change.accessToken() != null) {
            String token = text(change.accessToken());
            subscription.sealedAccessToken = token == null ? null : vault.seal(token, subscription.id);
        }
        if (change.headers() != null) {
            subscription.sealedHeaders = sealed(change.headerTexts(), subscription.id);
        }
        if (change.enabled() != null && change.enabled()) {
            subscription.enable();
        } else if (change.enabled() != null) {
            subscription.disable("partner", clock.instant());
        }
        subscription.updatedAt = clock.instant();
    }

    SubscriptionView view(Subscription subscription) {
        return SubscriptionView.of(subscription, subscription.sealedHeaders == null ? List.of()
                : List.copyOf(vault.openHeaders(subscription.sealedHeaders, subscription.id).keySet()));
    }

    private byte[] sealed(Map<String, String> headers, String subscriptionId) {
        return headers == null || headers.isEmpty() ? null : vault.sealHeaders(headers, subscriptionId);
    }

    private static String[] distinct(List<String> events) {
        return events.stream().distinct().toArray(String[]::new);
    }

    private static String text(JsonNode node) {
        return node.isNull() ? null : node.asText();
    }
}
