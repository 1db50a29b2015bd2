package io.housemates.booking.booking;

import io.housemates.platform.api.InvalidFieldsException;

/**
 * The request to give a booking up.
 *
 * @param reason cooling_off, visa, university_place, operator, student or payment_dispute
 */
record CancelBooking(String reason) {

    /** Tolerates that no body came at all. */
    static CancellationReason reasonOf(CancelBooking request) {
        return CancellationReason.of(request == null ? null : request.reason()).orElseThrow(() -> InvalidFieldsException
                .of("reason", "Must be one of " + String.join(", ", CancellationReason.texts()) + "."));
    }
}
