package io.housemates.checkout.session;

import java.time.Duration;
import java.time.Instant;

import io.housemates.checkout.catalogue.Offer;
import io.housemates.checkout.details.Plan;
import io.housemates.checkout.payment.Payment;
import io.housemates.checkout.payment.PaymentState;
import io.housemates.platform.Money;

/**
 * A checkout as the student sees it who has its address; the hosted pages are made of it.
 *
 * @param amount charged now
 * @param expiresAt until when the price is kept, and the unit where {@code progress} is HELD
 * @param life what asking for more time gives, counted from then
 * @param longest the end that asking for more time cannot move
 * @param plan how the rent will be paid, null before details are given
 * @param bookingId null until BOOKED
 * @param moneyBack null unless REFUNDED
 * @param secret the session's own and in no address; proofs of the pages' forms are derived from it
 */
public record StudentCheckout(String id, String partnerId, Offer offer, Money amount, Progress progress, Instant expiresAt,
        Duration life, Instant longest, Plan plan, String bookingId, MoneyBack moneyBack, String secret) {

    /** Which page the student should see. */
    public enum Progress {
        /** Details are to be given; no unit is kept yet. */
        OPEN,
        /** Details are given and a unit is kept; to be paid. */
        HELD,
        /** Paid, and a unit is kept; details are to be given. */
        PAID,
        /** The payment is under way. */
        PROCESSING,
        BOOKED,
        /** It was booked, and the booking was cancelled. */
        CANCELLED,
        /** The time is up; whether a payment came before that is still being found out. */
        ENDING,
        /** Over, nothing was charged. */
        EXPIRED,
        /** Over, and what was charged goes back. */
        REFUNDED;

        /** Whether there is something left to fill in or to pay. */
        public boolean isUnderWay() {
            return this == OPEN || this == HELD || this == PAID;
        }
    }

    /**
     * @param payment null where the deposit is 0
     * @param sold whether a unit is sold to the session
     * @param moneyBack why it goes back; null where none does
     */
    static StudentCheckout of(CheckoutSession session, Payment payment, boolean sold, MoneyBack moneyBack,
            CheckoutConfig config, Instant now) {
        return new StudentCheckout(session.id, session.partnerId, session.offer, session.money(),
                progress(session, payment == null ? null : payment.state(), sold, now), session.expiresAt, config.sessionLife(),
                session.createdAt.plus(config.longestSession()),
                session.details == null ? null : session.details.plan(), session.bookingId, moneyBack, session.tokenSha256);
    }

    /** Whether asking for more time now would give some, a minute at least. */
    public boolean canBeKeptLonger(Instant now) {
        Instant wished = now.plus(life).isBefore(longest) ? now.plus(life) : longest;
        return progress.isUnderWay() && Duration.between(expiresAt, wished).toSeconds() >= 60;
    }

    private static Progress progress(CheckoutSession session, PaymentState payment, boolean sold, Instant now) {
        return switch (session.state) {
            case COMPLETED -> sold ? Progress.BOOKED : Progress.CANCELLED;
            case NEEDS_ATTENTION -> session.details == null ? Progress.PAID : Progress.PROCESSING;
            case EXPIRED, CANCELLED -> wasPaid(payment) ? Progress.REFUNDED : Progress.EXPIRED;
            case OPEN, DETAILS_SAVED -> underWay(session, payment, now);
        };
    }

    /** A payment that Stripe has in hand decides, not the clock: it may still come. */
    private static Progress underWay(CheckoutSession session, PaymentState payment, Instant now) {
        if (payment == PaymentState.SUCCEEDED) {
            return session.details == null ? Progress.PAID : Progress.PROCESSING;
        }
        if (payment == PaymentState.PROCESSING) {
            return Progress.PROCESSING;
        }
        if (session.isPastExpiry(now)) {
            return mayStillCome(payment) ? Progress.ENDING : Progress.EXPIRED;
        }
        return session.details == null ? Progress.OPEN : Progress.HELD;
    }

    /** News of a payment can be later than the end: only when the intent is cancelled is it sure that there is none. */
    private static boolean mayStillCome(PaymentState payment) {
        return payment != null && payment != PaymentState.CANCELLED && payment != PaymentState.FAILED;
    }

    private static boolean wasPaid(PaymentState payment) {
        return payment != null && payment.wasPaid();
    }

    @Override
    public String toString() {
        return "StudentCheckout[id=" + id + ", progress=" + progress + "]";
    }
}
