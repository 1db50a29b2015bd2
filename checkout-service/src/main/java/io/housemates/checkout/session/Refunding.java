package io.housemates.checkout.session;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.payment.NewRefund;
import io.housemates.checkout.payment.Payment;
import io.housemates.checkout.payment.ProviderRefusedException;
import io.housemates.checkout.payment.ProviderUnavailableException;
import io.housemates.checkout.payment.Refund;
import io.housemates.checkout.payment.RefundTries;
import io.housemates.checkout.payment.Stripe;
import io.housemates.checkout.payment.StripeRefund;
import io.smallrye.mutiny.Uni;

/**
 * How money goes back: look at what Stripe has, claim what is ours to make, ask Stripe for it outside the transaction, write
 * down what it said. What dies in between is found by the next look.
 */
@ApplicationScoped
class Refunding {

    private static final int TRIES_AT_ONCE = 3;

    private final AtStripe atStripe;
    private final Stripe stripe;
    private final LockedSessions locked;
    private final ReturnedMoney returned;
    private final RefundTries tries;
    private final CheckoutConfig config;
    private final Clock clock;

    Refunding(AtStripe atStripe, Stripe stripe, LockedSessions locked, ReturnedMoney returned, RefundTries tries,
            CheckoutConfig config, Clock clock) {
        this.atStripe = atStripe;
        this.stripe = stripe;
        this.locked = locked;
        this.returned = returned;
        this.tries = tries;
        this.config = config;
        this.clock = clock;
    }

    Uni<Void> carryOn(String sessionId, Payment payment) {
        return atStripe.look(payment).chain(shown -> claim(sessionId, shown))
                .chain(order -> order == null ? Uni.createFrom().voidItem() : make(sessionId, order));
    }

    private Uni<NewRefund> claim(String sessionId, Shown shown) {
        return locked.with(sessionId, (session, payment) -> returned.shown(session, payment, shown)
                .chain(() -> tries.claim(payment, Steps.ACTOR, dropped -> returned.givenUp(session)))
                .call(order -> order == null && session.isOver() ? comeBack(session, payment, shown)
                        : Uni.createFrom().voidItem()));
    }

    /** For what Stripe is still busy with, and for what its banks refused or have not decided. */
    private Uni<Void> comeBack(CheckoutSession session, Payment payment, Shown shown) {
        Instant now = clock.instant();
        if (payment.state().isPaid() && !session.is(SessionState.COMPLETED)) {
            // a bank sent back what people at Stripe had given, so it is to be given again
            session.nextStep(now);
            return Uni.createFrom().voidItem();
        }
        Instant look = payment.state().isRefunding() || shown.isUndecided() ? Checks.after(session.steps, session, now)
                : Checks.ofBooking(session, config, now);
        return tries.nextTry(payment)
                .invoke(tryAfter -> session.nextStep(tryAfter != null && tryAfter.isAfter(now) ? tryAfter : look))
                .replaceWithVoid();
    }

    private Uni<Void> make(String sessionId, NewRefund order) {
        return stripe.refund(order).onItemOrFailure().transformToUni((refund, failure) -> locked.with(sessionId,
                (session, payment) -> failure == null ? answered(session, payment, refund)
                        : failed(session, payment, order, failure)));
    }

    private Uni<Void> answered(CheckoutSession session, Payment payment, StripeRefund refund) {
        return returned.refunds(session, payment, List.of(refund))
                .invoke(() -> session.nextStep(payment.state().isRefunding() ? clock.instant()
                        : Checks.ofBooking(session, config, clock.instant())));
    }

    private Uni<Void> failed(CheckoutSession session, Payment payment, NewRefund order, Throwable failure) {
        if (failure instanceof ProviderRefusedException refused) {
            return tries.refused(payment, order, refused.getMessage(), Steps.ACTOR)
                    .invoke(refund -> tryAgain(session, refund, 1))
                    .chain(refund -> refund == null ? Uni.createFrom().voidItem() : returned.tell(session, payment, refund));
        }
        if (failure instanceof ProviderUnavailableException) {
            return tries.unanswered(payment, order, Steps.ACTOR)
                    .invoke(refund -> tryAgain(session, refund, TRIES_AT_ONCE)).replaceWithVoid();
        }
        return Uni.createFrom().failure(failure);
    }

    /** The first times soon, as after a crash, when the lease is over; then later and later. */
    private void tryAgain(CheckoutSession session, Refund refund, int soon) {
        if (refund != null && refund.tries() >= soon) {
            session.nextStep(Checks.after(refund.tries() - soon, session, clock.instant()));
        }
    }
}
