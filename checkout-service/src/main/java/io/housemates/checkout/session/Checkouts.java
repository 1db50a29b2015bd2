package io.housemates.checkout.session;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.housemates.checkout.api.CheckoutError;
import io.housemates.checkout.catalogue.Offers;
import io.housemates.checkout.details.ContactPolicies;
import io.housemates.checkout.details.DetailsReader;
import io.housemates.checkout.details.StudentDetails;
import io.housemates.platform.partner.AccessToken;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** What a partner does with a checkout: start it, complete it. */
@ApplicationScoped
class Checkouts {

    private final Offers offers;
    private final CheckoutStart start;
    private final ContactPolicies policies;
    private final CheckoutViews views;
    private final CheckoutSessions sessions;
    private final DetailsReader details;
    private final Fulfilment fulfilment;

    Checkouts(Offers offers, CheckoutStart start, ContactPolicies policies, CheckoutViews views, CheckoutSessions sessions,
            DetailsReader details, Fulfilment fulfilment) {
        this.offers = offers;
        this.start = start;
        this.policies = policies;
        this.views = views;
        this.sessions = sessions;
        this.details = details;
        this.fulfilment = fulfilment;
    }

    Uni<CheckoutStarted> start(String partnerId, StartCheckout request) {
        AccessToken token = AccessToken.generate("cs_");
        return offers.get(request.roomId(), request.periodId(), request.operatorId())
                .chain(offer -> start.open(partnerId, offer, token))
                .chain(opened -> policies.of(opened.session().offer.operatorId())
                        .chain(policy -> views.started(opened, token, policy)));
    }

    Uni<BookingMade> complete(String partnerId, String roomId, ObjectNode body) {
        return session(partnerId, roomId, body)
                .invoke(Checkouts::refuseEnded)
                .chain(session -> read(session, body)
                        .chain(given -> fulfilment.fulfil(session.id, given, "partner")))
                .map(outcome -> new BookingMade(outcome.bookingIdOrThrow()));
    }

    private Uni<CheckoutSession> session(String partnerId, String roomId, ObjectNode body) {
        return Panache.withSession(() -> sessions.ofToken(SessionToken.in(body), partnerId, roomId));
    }

    private static void refuseEnded(CheckoutSession session) {
        switch (session.state) {
            case COMPLETED -> throw CheckoutError.BOOKING_ALREADY_COMPLETED.exception(session.bookingId);
            case EXPIRED -> throw CheckoutError.CHECKOUT_SESSION_EXPIRED.exception();
            default -> {
                // the payment decides
            }
        }
    }

    private Uni<StudentDetails> read(CheckoutSession session, ObjectNode body) {
        return policies.of(session.offer.operatorId())
                .map(policy -> details.read(body, session.offer.country(), policy));
    }
}
