package io.housemates.checkout.partner;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.api.CheckoutError;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/** The access tokens that were issued. */
@ApplicationScoped
class IssuedTokens implements PanacheRepositoryBase<IssuedToken, String> {

    Uni<List<IssuedToken>> of(String partnerId) {
        return list("partnerId = ?1 order by createdAt, id", partnerId);
    }

    Uni<List<IssuedToken>> validOf(String partnerId) {
        return list("partnerId = ?1 and revokedAt is null order by createdAt, id", partnerId);
    }

    Uni<IssuedToken> get(String partnerId, String tokenId) {
        return find("id = ?1 and partnerId = ?2", tokenId, partnerId).firstResult()
                .onItem().ifNull().failWith(CheckoutError.ACCESS_TOKEN_NOT_FOUND::exception);
    }
}
