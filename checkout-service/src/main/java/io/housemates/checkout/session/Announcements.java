package io.housemates.checkout.session;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.cancellation.CancellationPolicies;
import io.housemates.checkout.details.Plan;
import io.housemates.checkout.details.SealedDetails;
import io.housemates.checkout.outbox.CheckoutAttentionNeeded;
import io.housemates.checkout.outbox.CheckoutCompleted;
import io.housemates.checkout.outbox.CheckoutDisputed;
import io.housemates.checkout.outbox.CheckoutEvents;
import io.housemates.checkout.outbox.CheckoutRefundDeclined;
import io.housemates.checkout.outbox.CheckoutRefundFailed;
import io.housemates.checkout.outbox.CheckoutRefunded;
import io.housemates.checkout.outbox.Stay;
import io.housemates.checkout.payment.Dispute;
import io.housemates.checkout.payment.Payment;
import io.housemates.checkout.payment.Refund;
import io.smallrye.mutiny.Uni;

/** Tells the world, in the caller's transaction, what became of a session. */
@ApplicationScoped
class Announcements {

    private final CheckoutEvents events;
    private final CancellationPolicies policies;
    private final Clock clock;

    Announcements(CheckoutEvents events, CancellationPolicies policies, Clock clock) {
        this.events = events;
        this.policies = policies;
        this.clock = clock;
    }

    /** @param payment null when nothing was to be paid */
    Uni<Void> completed(CheckoutSession session, Payment payment) {
        SealedDetails details = session.details;
        Plan plan = details.plan();
        return events.completed(new CheckoutCompleted(session.id, session.bookingId, session.partnerId, session.completedAt,
                plan.inInstalments(), plan.ukGuarantor(), plan.housingHand(), details.contactKind(),
                new CheckoutCompleted.Payment(payment == null ? null : payment.intentId(), session.amount, session.currency),
                CheckoutCompleted.BookingPeriod.of(session.offer), CheckoutCompleted.RoomType.of(session.offer),
                policies.terms(session.offer.cancellation(), session.completedAt), details.personal()));
    }

    Uni<Void> attentionNeeded(CheckoutSession session) {
        return events.attentionNeeded(new CheckoutAttentionNeeded(session.id, session.partnerId, session.attentionUntil,
                session.money().major(), session.currency, Stay.of(session.offer),
                CheckoutCompleted.RoomType.of(session.offer)));
    }

    Uni<Void> refunded(CheckoutSession session, Payment payment, Refund refund) {
        return events.refunded(new CheckoutRefunded(session.id, session.partnerId, session.bookingId, refund.updatedAt(),
                refund.reason(), refund.money().major(), total(session, payment), refund.money().currency(),
                Stay.of(session.offer),
                CheckoutCompleted.RoomType.of(session.offer)));
    }

    Uni<Void> disputed(CheckoutSession session, Dispute dispute) {
        return events.disputed(new CheckoutDisputed(session.id, session.partnerId, session.bookingId, dispute.id(),
                dispute.state().name().toLowerCase(Locale.ROOT), dispute.reason(), dispute.updatedAt(), dispute.respondBy(),
                dispute.money().major(), dispute.money().currency(), Stay.of(session.offer),
                CheckoutCompleted.RoomType.of(session.offer)));
    }

    Uni<Void> refundDeclined(CheckoutSession session, String why) {
        return events.refundDeclined(new CheckoutRefundDeclined(session.id, session.partnerId, session.bookingId,
                clock.instant(), why));
    }

    Uni<Void> refundFailed(CheckoutSession session, Payment payment, Refund refund) {
        return events.refundFailed(new CheckoutRefundFailed(session.id, session.partnerId, session.bookingId,
                refund.updatedAt(), refund.lastError(), total(session, payment), refund.money().currency()));
    }

    /** A booking knows nothing of what was paid on top of its deposit. */
    private static BigDecimal total(CheckoutSession session, Payment payment) {
        return (session.bookingId == null ? payment.refunded() : payment.refundedOfAgreed()).major();
    }
}
