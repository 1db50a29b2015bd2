package io.housemates.checkout.session;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.catalogue.Offer;
import io.housemates.platform.Ulids;
import io.housemates.platform.partner.AccessToken;

/** Makes sessions of offers; not yet stored. */
@ApplicationScoped
class NewSessions {

    private final Ulids ulids;
    private final Clock clock;
    private final CheckoutConfig config;

    NewSessions(Ulids ulids, Clock clock, CheckoutConfig config) {
        this.ulids = ulids;
        this.clock = clock;
        this.config = config;
    }

    CheckoutSession of(String partnerId, Offer offer, AccessToken token) {
        Instant now = clock.instant();
        var session = new CheckoutSession();
        session.id = ulids.next();
        session.tokenSha256 = token.sha256();
        session.partnerId = partnerId;
        session.operatorId = UUID.fromString(offer.operatorId());
        session.roomId = offer.roomId();
        session.periodId = offer.periodId();
        session.state = SessionState.OPEN;
        session.offer = offer;
        session.amount = offer.holdingDeposit().amount();
        session.currency = offer.holdingDeposit().currency();
        session.createdAt = now;
        session.expiresAt = now.plus(config.sessionLife());
        session.nextStepAt = session.isFree() ? session.expiresAt : now.plus(config.lease());
        return session;
    }
}
