package io.housemates.booking.booking;

import io.housemates.platform.api.ErrorCode;

/** What can be wrong with a request about bookings. */
enum BookingError implements ErrorCode {

    NOT_FOUND(2000, "api.booking_not_found", 404),
    /** {@code data} is the reason it was cancelled for. */
    ALREADY_CANCELLED(2001, "api.booking_already_cancelled", 409),
    NO_GUARANTOR_PENDING(2002, "api.booking_waits_for_no_guarantor", 409);

    private final Definition definition;

    BookingError(int number, String key, int status) {
        definition = new Definition(number, key, status);
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
