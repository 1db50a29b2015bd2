package io.housemates.checkout.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.housemates.checkout.api.CheckoutError;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/** The partners. */
@ApplicationScoped
class Partners implements PanacheRepositoryBase<Partner, String> {

    Uni<Partner> get(String id) {
        return findById(id).onItem().ifNull().failWith(CheckoutError.PARTNER_NOT_FOUND::exception);
    }

    /** The partner, kept still until the transaction ends, so that versions grow in the order of the changes. */
    Uni<Partner> lock(String id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE)
                .onItem().ifNull().failWith(CheckoutError.PARTNER_NOT_FOUND::exception);
    }
}
