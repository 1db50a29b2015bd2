package io.housemates.checkout.partner;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * How a hosted checkout ended, as the partner is told when the student comes back to it; {@link ReturnLinks} signs it.
 *
 * @param bookingId only of a completed one, null otherwise
 */
public record ReturnResult(String partnerId, String sessionId, Status status, String bookingId) {

    public ReturnResult {
        requireNonNull(partnerId, "partnerId");
        requireNonNull(sessionId, "sessionId");
        if ((status == Status.COMPLETED) != (bookingId != null)) {
            throw new IllegalArgumentException("a booking belongs to a completed checkout, and to no other");
        }
    }

    public enum Status {
        /** Not decided when the student left: the checkout's address still works, or a payment is under way. */
        OPEN,
        COMPLETED,
        CANCELLED,
        EXPIRED;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
