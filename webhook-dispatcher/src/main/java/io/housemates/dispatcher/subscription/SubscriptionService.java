package io.housemates.dispatcher.subscription;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.housemates.platform.api.Page;
import io.housemates.platform.api.PageRequest;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/** What partners do with their subscriptions: each method is one transaction. */
@ApplicationScoped
class SubscriptionService {

    private static final Logger LOG = Logger.getLogger(SubscriptionService.class);

    private final Subscriptions subscriptions;
    private final SubscriptionLimit limit;
    private final SubscriptionSettings settings;
    private final SigningKeys keys;
    private final Clock clock;

    SubscriptionService(Subscriptions subscriptions, SubscriptionLimit limit, SubscriptionSettings settings, SigningKeys keys,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.limit = limit;
        this.settings = settings;
        this.keys = keys;
        this.clock = clock;
    }

    @WithTransaction
    Uni<SubscriptionView> create(String partnerId, CreateSubscription request) {
        Subscription subscription = settings.create(partnerId, request);
        return limit.roomForOne(partnerId)
                .chain(() -> subscriptions.persist(subscription))
                .chain(() -> keys.add(subscription))
                .invoke(() -> LOG.infof("Subscription created subscription=%s partner=%s", subscription.id, partnerId))
                .map(key -> settings.view(subscription).withSecret(key.verificationKey()));
    }

    @WithSession
    Uni<Page<SubscriptionView>> list(String partnerId, PageRequest page, String address) {
        return subscriptions.count(partnerId)
                .chain(total -> subscriptions.of(partnerId, page)
                        .map(all -> Page.of(all.stream().map(settings::view).toList(), total, page, address)));
    }

    @WithSession
    Uni<SubscriptionView> read(String partnerId, String id) {
        return subscriptions.of(partnerId, id).map(settings::view);
    }

    @WithTransaction
    Uni<SubscriptionView> update(String partnerId, String id, UpdateSubscription change) {
        return subscriptions.locked(partnerId, id)
                .invoke(subscription -> settings.change(subscription, change))
                .invoke(subscription -> LOG.infof("Subscription changed subscription=%s enabled=%s", id, subscription.enabled))
                .map(settings::view);
    }

    @WithTransaction
    Uni<SubscriptionView> delete(String partnerId, String id) {
        return subscriptions.locked(partnerId, id)
                .call(() -> keys.forget(id))
                .map(subscription -> {
                    SubscriptionView lastSeen = settings.view(subscription);
                    subscription.delete(clock.instant());
                    return lastSeen;
                })
                .invoke(() -> LOG.infof("Subscription deleted subscription=%s", id));
    }

    @WithTransaction
    Uni<SubscriptionView> rotate(String partnerId, String id, Duration overlap) {
        return subscriptions.locked(partnerId, id)
                .invoke(subscription -> subscription.updatedAt = clock.instant())
                .chain(subscription -> keys.rotate(subscription, overlap)
                        .map(key -> settings.view(subscription).withSecret(key.verificationKey())))
                .invoke(() -> LOG.infof("Secret rotated subscription=%s overlap=%s", id, overlap));
    }
}
