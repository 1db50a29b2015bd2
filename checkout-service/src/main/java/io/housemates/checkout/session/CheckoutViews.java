package io.housemates.checkout.session;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.details.ContactPolicy;
import io.housemates.checkout.details.Requirements;
import io.housemates.checkout.partner.CheckoutHosts;
import io.housemates.checkout.payment.StripeConfig;
import io.housemates.platform.partner.AccessToken;
import io.smallrye.mutiny.Uni;

/** Sessions as partners see them. */
@ApplicationScoped
class CheckoutViews {

    private final CheckoutConfig config;
    private final StripeConfig stripe;
    private final CheckoutHosts hosts;

    CheckoutViews(CheckoutConfig config, StripeConfig stripe, CheckoutHosts hosts) {
        this.config = config;
        this.stripe = stripe;
        this.hosts = hosts;
    }

    Uni<CheckoutStarted> started(CheckoutStart.Opened opened, AccessToken token, ContactPolicy policy) {
        CheckoutSession session = opened.session();
        return hosts.of(session.partnerId)
                .map(host -> host.map(name -> "https://" + name).orElse(config.publicUrl()))
                .map(base -> new CheckoutStarted(
                        new CheckoutStarted.Stripe(stripe.publishableKey(), opened.clientSecret()),
                        token.secret(), base + "/" + session.id + "/start", session.id, session.expiresAt,
                        session.money().text(), session.currency, Requirements.of(session.offer.country(), policy)));
    }
}
