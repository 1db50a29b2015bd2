package io.housemates.dispatcher.subscription;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.housemates.dispatcher.signing.SigningKey;
import io.housemates.dispatcher.signing.SigningScheme;
import io.housemates.platform.Ulids;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/** What partners do with their subscriptions: each method is one transaction. */
@ApplicationScoped
class SubscriptionService {

    private static final Logger LOG = Logger.getLogger(SubscriptionService.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Subscriptions subscriptions;
    private final SubscriptionSecrets secrets;
    private final SecretVault vault;
    private final Ulids ulids;
    private final Clock clock;

    SubscriptionService(Subscriptions subscriptions, SubscriptionSecrets secrets, SecretVault vault, Ulids ulids, Clock clock) {
        this.subscriptions = subscriptions;
        this.secrets = secrets;
        this.vault = vault;
        this.ulids = ulids;
        this.clock = clock;
    }

    @WithTransaction
    Uni<SubscriptionView> create(String partnerId, CreateSubscription request) {
        Subscription subscription = new Subscription();
        subscription.id = ulids.next();
        subscription.partnerId = partnerId;
        subscription.url = request.url();
        subscription.events = request.events().stream().distinct().toArray(String[]::new);
        subscription.description = request.description();
        subscription.signing = request.signing() == null ? SigningScheme.V1.label() : request.signing();
        subscription.sealedAccessToken = request.accessToken() == null ? null
                : vault.seal(request.accessToken(), subscription.id);
        subscription.sealedHeaders = sealed(request.headers(), subscription.id);
        subscription.enabled = true;
        subscription.createdAt = clock.instant();
        subscription.updatedAt = subscription.createdAt;
        LOG.infof("Subscription created subscription=%s partner=%s", subscription.id, partnerId);
        return subscriptions.persist(subscription)
                .chain(() -> addKey(subscription))
                .map(key -> view(subscription).withSecret(key.verificationKey()));
    }

    @WithSession
    Uni<List<SubscriptionView>> list(String partnerId) {
        return subscriptions.of(partnerId).map(all -> all.stream().map(this::view).toList());
    }

    @WithSession
    Uni<SubscriptionView> read(String partnerId, String id) {
        return subscriptions.of(partnerId, id).map(this::view);
    }

    @WithTransaction
    Uni<SubscriptionView> update(String partnerId, String id, UpdateSubscription change) {
        return subscriptions.of(partnerId, id).map(subscription -> {
            apply(change, subscription);
            subscription.updatedAt = clock.instant();
            LOG.infof("Subscription changed subscription=%s enabled=%s", id, subscription.enabled);
            return view(subscription);
        });
    }

    @WithTransaction
    Uni<SubscriptionView> delete(String partnerId, String id) {
        return subscriptions.of(partnerId, id).map(subscription -> {
            subscription.deletedAt = clock.instant();
            LOG.infof("Subscription deleted subscription=%s", id);
            return view(subscription);
        });
    }

    /** Makes a new secret; the ones before it sign along until the overlap is over. */
    @WithTransaction
    Uni<SubscriptionView> rotate(String partnerId, String id, Duration overlap) {
        Instant now = clock.instant();
        return subscriptions.of(partnerId, id)
                .call(() -> secrets.valid(id, now).invoke(valid -> expire(valid, now.plus(overlap))))
                .invoke(subscription -> subscription.updatedAt = now)
                .chain(subscription -> addKey(subscription).map(key -> view(subscription).withSecret(key.verificationKey())))
                .invoke(() -> LOG.infof("Secret rotated subscription=%s overlap=%s", id, overlap));
    }

    /** Never later than an earlier rotation promised; with the new one at most ten sign. */
    private static void expire(List<SubscriptionSecret> valid, Instant end) {
        for (int i = 0; i < valid.size(); i++) {
            SubscriptionSecret secret = valid.get(i);
            if (i >= 9) {
                secret.expiresAt = Instant.EPOCH;
            } else if (secret.expiresAt == null || secret.expiresAt.isAfter(end)) {
                secret.expiresAt = end;
            }
        }
    }

    private Uni<SigningKey> addKey(Subscription subscription) {
        SigningKey key = SigningKey.generate(SigningScheme.of(subscription.signing), RANDOM);
        SubscriptionSecret secret = new SubscriptionSecret();
        secret.id = ulids.next();
        secret.subscriptionId = subscription.id;
        secret.sealed = vault.seal(key.secret(), subscription.id);
        secret.createdAt = clock.instant();
        return secrets.persist(secret).replaceWith(key);
    }

    private void apply(UpdateSubscription change, Subscription subscription) {
        if (change.url() != null) {
            subscription.url = change.url();
        }
        if (change.events() != null) {
            subscription.events = change.events().stream().distinct().toArray(String[]::new);
        }
        if (change.accessToken() != null) {
            subscription.sealedAccessToken = change.accessToken().isNull() ? null
                    : vault.seal(change.accessToken().asText(), subscription.id);
        }
        if (change.headers() != null) {
            subscription.sealedHeaders = sealed(headers(change.headers()), subscription.id);
        }
        if (change.description() != null) {
            subscription.description = change.description().isNull() ? null : change.description().asText();
        }
        if (change.enabled() != null && change.enabled()) {
            subscription.enable();
        } else if (change.enabled() != null) {
            subscription.disable("partner", clock.instant());
        }
    }

    static Map<String, String> headers(JsonNode node) {
        return node == null || node.isNull() ? null
                : new ObjectMapper().convertValue(node, new TypeReference<Map<String, String>>() {
                });
    }

    private byte[] sealed(Map<String, String> headers, String subscriptionId) {
        return headers == null || headers.isEmpty() ? null : vault.sealHeaders(headers, subscriptionId);
    }

    private SubscriptionView view(Subscription subscription) {
        return SubscriptionView.of(subscription, subscription.sealedHeaders == null ? List.of()
                : List.copyOf(vault.openHeaders(subscription.sealedHeaders, subscription.id).keySet()));
    }
}
