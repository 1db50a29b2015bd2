package io.housemates.checkout.session;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.housemates.checkout.api.CheckoutError;
import io.housemates.checkout.audit.Audit;
import io.housemates.platform.partner.AccessToken;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/** The checkout sessions. */
@ApplicationScoped
class CheckoutSessions implements PanacheRepositoryBase<CheckoutSession, String> {

    private final Audit audit;

    CheckoutSessions(Audit audit) {
        this.audit = audit;
    }

    /**
     * The session a client holds the token of. A wrong token, another partner's and another room's all take the one
     * look-up by the unique index on token_sha256, and so the same time.
     */
    Uni<CheckoutSession> ofToken(AccessToken token, String partnerId, String roomId) {
        return find("tokenSha256 = ?1 and partnerId = ?2 and roomId = ?3", token.sha256(), partnerId, roomId).firstResult()
                .onItem().ifNull().failWith(CheckoutError.CHECKOUT_SESSION_NOT_FOUND::exception);
    }

    Uni<CheckoutSession> get(String id, String partnerId) {
        return find("id = ?1 and partnerId = ?2", id, partnerId).firstResult()
                .onItem().ifNull().failWith(CheckoutError.CHECKOUT_SESSION_NOT_FOUND::exception);
    }

    Uni<CheckoutSession> get(String id) {
        return findById(id).onItem().ifNull().failWith(CheckoutError.CHECKOUT_SESSION_NOT_FOUND::exception);
    }

    Uni<Void> begin(CheckoutSession session, String actor) {
        return persist(session).chain(() -> audit.record(session.begin(), "checkout started", actor));
    }

    /** @param nextStep when the reconciler goes on with what is left to do, null when nothing is */
    Uni<Void> cancel(CheckoutSession session, Instant nextStep, String why, String actor) {
        return audit.record(session.cancel(nextStep), why, actor);
    }

    /** The session, kept still until the transaction ends. */
    Uni<CheckoutSession> lock(String id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE)
                .onItem().ifNull().failWith(CheckoutError.CHECKOUT_SESSION_NOT_FOUND::exception);
    }
}
