package io.housemates.dispatcher.subscription;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.dispatcher.api.DispatcherError;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Uni;

/** Bounds what one event can become: a delivery to each subscription of its partner, all of them made in one transaction. */
@ApplicationScoped
class SubscriptionLimit {

    private final Subscriptions subscriptions;
    private final int most;

    SubscriptionLimit(Subscriptions subscriptions, Settings settings) {
        this.subscriptions = subscriptions;
        this.most = settings.mostPerPartner();
    }

    /** @throws io.housemates.platform.api.ApiException 409 when the partner has as many as there may be */
    Uni<Void> roomForOne(String partnerId) {
        return alone(partnerId).chain(() -> subscriptions.count(partnerId)).invoke(count -> {
            if (count >= most) {
                throw DispatcherError.TOO_MANY_SUBSCRIPTIONS.exception(Integer.toString(most));
            }
        }).replaceWithVoid();
    }

    /** Until the caller's transaction ends, no other request adds one: else both would find the last place free. */
    private static Uni<Void> alone(String partnerId) {
        return Panache.getSession().chain(session -> session
                .createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?1, 0))", Integer.class)
                .setParameter(1, partnerId).getSingleResult()).replaceWithVoid();
    }

    /** How much one partner may have. */
    @ConfigMapping(prefix = "dispatcher.subscriptions")
    interface Settings {

        /** Subscriptions that are not deleted; disabled ones count. */
        @WithDefault("50")
        int mostPerPartner();
    }
}
