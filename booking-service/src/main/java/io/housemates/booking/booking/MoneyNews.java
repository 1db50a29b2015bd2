package io.housemates.booking.booking;

import java.time.Instant;

import io.housemates.platform.Money;

/** What checkout tells of a booking's money; it may come in any order and more than once. */
public sealed interface MoneyNews {

    Instant at();

    Change change();

    /** Writes it down. */
    void reach(Booking booking);

    /** What the history shows; minor units, null where there is no amount. */
    default Long amount() {
        return null;
    }

    /** What the history shows; null where there is no dispute. */
    default DisputeState disputeState() {
        return null;
    }

    /** @param total what has come back so far, this refund included */
    record Refunded(Money refund, Money total, Instant at) implements MoneyNews {

        @Override
        public Change change() {
            return Change.REFUNDED;
        }

        @Override
        public void reach(Booking booking) {
            booking.refunded(total, at);
        }

        @Override
        public Long amount() {
            return refund.amount();
        }
    }

    /** Nothing, or nothing more, is to come back. */
    record RefundDeclined(Instant at) implements MoneyNews {

        @Override
        public Change change() {
            return Change.REFUND_DECLINED;
        }

        @Override
        public void reach(Booking booking) {
            booking.refundDeclined();
        }
    }

    /**
     * A refund was refused, some time after it seemed to be made; it is tried again.
     *
     * @param total what is back all the same, null when that was not told
     */
    record RefundFailed(Money total, Instant at) implements MoneyNews {

        @Override
        public Change change() {
            return Change.REFUND_FAILED;
        }

        @Override
        public void reach(Booking booking) {
            booking.refundFailed(total, at);
        }
    }

    /** @param disputed what the bank wants back */
    record Disputed(Money disputed, DisputeState state, Instant at) implements MoneyNews {

        @Override
        public Change change() {
            return Change.DISPUTED;
        }

        @Override
        public void reach(Booking booking) {
            booking.disputed(new Dispute(state, at));
        }

        @Override
        public Long amount() {
            return disputed.amount();
        }

        @Override
        public DisputeState disputeState() {
            return state;
        }
    }
}
