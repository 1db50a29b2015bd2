package io.housemates.dispatcher.subscription;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.housemates.platform.api.CommonError;
import io.housemates.platform.api.PageRequest;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/** The subscriptions partners see: deleted ones are not among them. */
@ApplicationScoped
class Subscriptions implements PanacheRepositoryBase<Subscription, String> {

    /** Another partner's subscription is as unknown as one that does not exist. */
    Uni<Subscription> of(String partnerId, String id) {
        return known(find("id = ?1 and partnerId = ?2 and deletedAt is null", id, partnerId));
    }

    /** The same, to be changed: who wants to change it, too, waits for the end of the transaction. */
    Uni<Subscription> locked(String partnerId, String id) {
        return known(find("id = ?1 and partnerId = ?2 and deletedAt is null", id, partnerId)
                .withLock(LockModeType.PESSIMISTIC_WRITE));
    }

    private static Uni<Subscription> known(PanacheQuery<Subscription> found) {
        return found.firstResult().onItem().ifNull().failWith(CommonError.NOT_FOUND::exception);
    }

    /** Oldest first: ids are made in the order of time. */
    Uni<List<Subscription>> of(String partnerId, PageRequest page) {
        return find("partnerId = ?1 and deletedAt is null order by id", partnerId).page(page.page() - 1, page.perPage()).list();
    }

    Uni<Long> count(String partnerId) {
        return count("partnerId = ?1 and deletedAt is null", partnerId);
    }
}
