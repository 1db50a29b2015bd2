package io.housemates.checkout.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.housemates.checkout.api.CheckoutError;
import io.housemates.checkout.catalogue.Offers;
import io.housemates.checkout.details.Fields;
import io.housemates.checkout.details.SubmittedDetails;
import io.housemates.platform.partner.AccessToken;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** What a partner does with a checkout: start it, save the student's details, complete it, look at it. */
@ApplicationScoped
class Checkouts {

    private final Offers offers;
    private final NewSessions newSessions;
    private final CheckoutStart start;
    private final CheckoutSessions sessions;
    private final SubmittedDetails submitted;
    private final SavedDetails saved;
    private final Fulfilment fulfilment;
    private final CheckoutViews views;

    Checkouts(Offers offers, NewSessions newSessions, CheckoutStart start, CheckoutSessions sessions,
            SubmittedDetails submitted, SavedDetails saved, Fulfilment fulfilment, CheckoutViews views) {
        this.offers = offers;
        this.newSessions = newSessions;
        this.start = start;
        this.sessions = sessions;
        this.submitted = submitted;
        this.saved = saved;
        this.fulfilment = fulfilment;
        this.views = views;
    }

    Uni<CheckoutStarted> start(String partnerId, StartCheckout request) {
        AccessToken token = AccessToken.generate("cs_");
        return offers.get(request.roomId(), request.periodId(), request.operatorId())
                .map(offer -> newSessions.of(partnerId, offer, token))
                .chain(session -> start.open(session)
                        .chain(clientSecret -> views.started(session, token, clientSecret)));
    }

    Uni<SessionView> saveDetails(String partnerId, String roomId, ObjectNode body) {
        return living(partnerId, roomId, body)
                .chain(session -> submitted.read(body, session.offer)
                        .chain(details -> saved.save(session.id, details, "partner")))
                .chain(views::session);
    }

    /** @param made is told of the booking in the transaction that makes it */
    Uni<BookingMade> complete(String partnerId, String roomId, ObjectNode body, Function<BookingMade, Uni<Void>> made) {
        return living(partnerId, roomId, body)
                .chain(session -> submitted.sealed(session.id, body, session.offer)
                        .chain(details -> fulfilment.fulfil(session.id, details, "partner",
                                outcome -> outcome instanceof Outcome.Booked booked
                                        ? made.apply(new BookingMade(booked.bookingId()))
                                        : Uni.createFrom().voidItem())))
                .map(outcome -> new BookingMade(outcome.bookingIdOrThrow()));
    }

    Uni<SessionView> get(String partnerId, String sessionId) {
        return Panache.withSession(() -> sessions.get(sessionId, partnerId)).chain(views::session);
    }

    private Uni<CheckoutSession> living(String partnerId, String roomId, ObjectNode body) {
        Map<String, List<String>> messages = new LinkedHashMap<>();
        AccessToken token = SessionToken.in(new Fields(body, messages));
        if (token == null) {
            throw submitted.refusal(body, messages);
        }
        return Panache.withSession(() -> sessions.ofToken(token, partnerId, roomId))
                .invoke(Checkouts::refuseEnded);
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
}
