package io.housemates.checkout.session;

import io.housemates.checkout.api.CheckoutError;

/** What fulfilment of a session came to; the doors translate it for their callers. */
sealed interface Outcome {

    /** The booking, or the reason why there is none, as Complete answers it. */
    String bookingIdOrThrow();

    /** This call made the booking. */
    record Booked(String bookingId) implements Outcome {

        @Override
        public String bookingIdOrThrow() {
            return bookingId;
        }
    }

    /** An earlier call did. */
    record AlreadyBooked(String bookingId) implements Outcome {

        @Override
        public String bookingIdOrThrow() {
            throw CheckoutError.BOOKING_ALREADY_COMPLETED.exception(bookingId);
        }
    }

    /** The payment has not succeeded; nothing changed. */
    record Unpaid() implements Outcome {

        @Override
        public String bookingIdOrThrow() {
            throw CheckoutError.PAYMENT_REQUIRED.exception();
        }
    }

    /** Paid, and a unit is kept, but the student's details are still to come. */
    record AwaitingDetails() implements Outcome {

        @Override
        public String bookingIdOrThrow() {
            throw new IllegalStateException("Complete always brings the details");
        }
    }

    /** Nothing is left; what was paid is refunded. */
    record SoldOut() implements Outcome {

        @Override
        public String bookingIdOrThrow() {
            throw CheckoutError.ROOM_NOT_AVAILABLE.exception();
        }
    }

    /** The session is over without a booking. */
    record Over() implements Outcome {

        @Override
        public String bookingIdOrThrow() {
            throw CheckoutError.CHECKOUT_SESSION_EXPIRED.exception();
        }
    }

    /** What was paid is not what was agreed: it goes back, and people should look at it. */
    record Mismatch() implements Outcome {

        @Override
        public String bookingIdOrThrow() {
            throw CheckoutError.PAYMENT_MISMATCH.exception();
        }
    }
}
