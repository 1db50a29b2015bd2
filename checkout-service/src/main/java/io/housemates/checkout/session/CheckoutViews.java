package io.housemates.checkout.session;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.details.SubmittedDetails;
import io.housemates.checkout.partner.CheckoutHosts;
import io.housemates.checkout.payment.StripeConfig;
import io.housemates.platform.partner.AccessToken;
import io.smallrye.mutiny.Uni;

/** Sessions as partners see them. */
@ApplicationScoped
class CheckoutViews {

    private final StripeConfig stripe;
    private final CheckoutHosts hosts;
    private final SubmittedDetails submitted;

    CheckoutViews(StripeConfig stripe, CheckoutHosts hosts, SubmittedDetails submitted) {
        this.stripe = stripe;
        this.hosts = hosts;
        this.submitted = submitted;
    }

    /** @param clientSecret null when nothing is to be paid */
    Uni<CheckoutStarted> started(CheckoutSession session, AccessToken token, String clientSecret) {
        return Uni.combine().all().unis(checkoutUrl(session), submitted.requirements(session.offer)).asTuple()
                .map(parts -> new CheckoutStarted(
                        new CheckoutStarted.Stripe(stripe.publishableKey(), clientSecret),
                        token.secret(), parts.getItem1(), session.id, session.expiresAt, session.money().text(),
                        session.currency, parts.getItem2()));
    }

    Uni<SessionView> session(CheckoutSession session) {
        return submitted.requirements(session.offer).map(requirements -> SessionView.of(session, requirements));
    }

    private Uni<String> checkoutUrl(CheckoutSession session) {
        return hosts.baseOf(session.partnerId).map(base -> base + "/" + session.id + "/start");
    }
}
