package io.housemates.booking.booking;

import io.housemates.platform.api.InvalidFieldsException;

/**
 * The request to give a booking up.
 *
 * @param reason cooling_off, visa, university_place or student; the admin also operator and payment_dispute
 */
record CancelBooking(String reason) {

    /** Tolerates that no body came at all. */
    static CancellationReason reasonOf(CancelBooking request, Actor actor) {
        return CancellationReason.of(request == null ? null : request.reason())
                .filter(reason -> reason.mayBeGivenBy(actor)).orElseThrow(() -> InvalidFieldsException
                        .of("reason", "Must be one of " + String.join(", ", CancellationReason.textsFor(actor)) + "."));
    }
}
