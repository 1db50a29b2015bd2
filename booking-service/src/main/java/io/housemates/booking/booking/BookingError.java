package io.housemates.booking.booking;

import io.housemates.platform.api.ErrorCode;

/** What can be wrong with a request about bookings. */
enum BookingError implements ErrorCode {

    NOT_FOUND(2000, "api.booking_not_found", 404);

    private final int number;
    private final String key;
    private final int status;

    BookingError(int number, String key, int status) {
        this.number = number;
        this.key = key;
        this.status = status;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public int status() {
        return status;
    }
}
