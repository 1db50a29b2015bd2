package io.housemates.checkout.inbox;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import io.housemates.checkout.cancellation.CancellationReason;

/**
 * What checkout needs of {@code booking.cancelled}; both versions have it (contracts/events/booking.cancelled.v2.schema.json).
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record BookingCancelled(String sessionId, Booking booking) {

    BookingCancelled {
        requireNonNull(sessionId, "sessionId");
        requireNonNull(booking, "booking");
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Booking(String id, Instant cancelledAt, CancellationReason cancellationReason) {

        Booking {
            requireNonNull(id, "id");
            requireNonNull(cancelledAt, "cancelledAt");
            requireNonNull(cancellationReason, "cancellationReason");
        }
    }
}
