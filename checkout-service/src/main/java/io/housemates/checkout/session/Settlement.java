package io.housemates.checkout.session;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.audit.Audit;
import io.housemates.checkout.details.SealedDetails;
import io.housemates.checkout.hold.Holds;
import io.housemates.checkout.payment.Payment;
import io.housemates.platform.Ulids;
import io.smallrye.mutiny.Uni;

/** Decides a session under its lock: book it, wait, or give the money back. One transaction, no network. */
@ApplicationScoped
class Settlement {

    private final LockedSessions locked;
    private final PaymentNews news;
    private final Holds holds;
    private final Reversals reversals;
    private final Announcements announcements;
    private final Audit audit;
    private final Ulids ulids;
    private final Clock clock;
    private final CheckoutConfig config;

    Settlement(LockedSessions locked, PaymentNews news, Holds holds, Reversals reversals, Announcements announcements,
            Audit audit, Ulids ulids, Clock clock, CheckoutConfig config) {
        this.locked = locked;
        this.news = news;
        this.holds = holds;
        this.reversals = reversals;
        this.announcements = announcements;
        this.audit = audit;
        this.ulids = ulids;
        this.clock = clock;
        this.config = config;
    }

    /**
     * @param shown null when Stripe was not asked
     * @param details given at this door, null otherwise
     */
    Uni<Outcome> settle(String sessionId, Shown shown, SealedDetails details, String actor) {
        return locked.with(sessionId, (session, payment) -> {
            if (session.is(SessionState.COMPLETED)) {
                return Uni.createFrom().item(new Outcome.AlreadyBooked(session.bookingId));
            }
            return session.isFree() ? settleFree(session, details, actor)
                    : news.take(session, payment, shown, actor).chain(() -> settlePaid(session, payment, details, actor));
        });
    }

    private Uni<Outcome> settleFree(CheckoutSession session, SealedDetails details, String actor) {
        if (session.isOver() || session.isPastExpiry(clock.instant())) {
            return Uni.createFrom().item(new Outcome.Over());
        }
        return details == null && session.details == null ? Uni.createFrom().item(new Outcome.AwaitingDetails())
                : book(session, null, details, actor);
    }

    private Uni<Outcome> settlePaid(CheckoutSession session, Payment payment, SealedDetails details, String actor) {
        if (!payment.state().isPaid()) {
            return Uni.createFrom().item(unpaid(session, payment));
        }
        if (payment.disagrees()) {
            return giveBack(session, payment, payment.disagreement(), actor);
        }
        if (session.isOver()) {
            return giveBack(session, payment, MoneyBack.TOO_LATE.reason(), actor);
        }
        return details == null && session.details == null ? awaitDetails(session, payment, actor)
                : book(session, payment, details, actor);
    }

    private Outcome unpaid(CheckoutSession session, Payment payment) {
        if (payment.state().isRefunding() || payment.state().isRefunded()) {
            return notBooked(payment);
        }
        return session.isOver() || session.isPastExpiry(clock.instant()) ? new Outcome.Over() : new Outcome.Unpaid();
    }

    private Uni<Outcome> book(CheckoutSession session, Payment payment, SealedDetails details, String actor) {
        if (details != null) {
            session.details = details;
        }
        return holds.consume(session.id, session.periodId, actor).chain(taken -> {
            if (!taken) {
                return giveBack(session, payment, MoneyBack.SOLD_OUT.reason(), actor);
            }
            var move = session.complete(ulids.next(), clock.instant());
            session.nextStep(Checks.ofBooking(session, config, session.completedAt));
            return audit.record(move, "paid, and details given", actor)
                    .call(() -> announcements.completed(session, payment))
                    .map(done -> new Outcome.Booked(session.bookingId));
        });
    }

    /** The unit is kept from the moment of payment; after the session's time it needs attention. */
    private Uni<Outcome> awaitDetails(CheckoutSession session, Payment payment, String actor) {
        return holds.take(session.id, session.periodId, session.expiresAt.plus(config.attention()), actor).chain(taken -> {
            if (!taken) {
                return giveBack(session, payment, MoneyBack.SOLD_OUT.reason(), actor);
            }
            session.nextStep(session.holdUntil());
            return Uni.createFrom().item(new Outcome.AwaitingDetails());
        });
    }

    private Uni<Outcome> giveBack(CheckoutSession session, Payment payment, String why, String actor) {
        return reversals.ofCheckout(session, payment, why, actor).map(done -> notBooked(payment));
    }

    private static Outcome notBooked(Payment payment) {
        return payment.disagrees() ? new Outcome.Mismatch() : new Outcome.SoldOut();
    }
}
