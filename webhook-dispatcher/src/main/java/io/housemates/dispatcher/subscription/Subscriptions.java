package io.housemates.dispatcher.subscription;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.platform.api.CommonError;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/** The subscriptions partners see: deleted ones are not among them. */
@ApplicationScoped
class Subscriptions implements PanacheRepositoryBase<Subscription, String> {

    /** Another partner's subscription is as unknown as one that does not exist. */
    Uni<Subscription> of(String partnerId, String id) {
        return find("id = ?1 and partnerId = ?2 and deletedAt is null", id, partnerId).firstResult()
                .onItem().ifNull().failWith(CommonError.NOT_FOUND::exception);
    }

    Uni<List<Subscription>> of(String partnerId) {
        return list("partnerId = ?1 and deletedAt is null order by id", partnerId);
    }
}
