package io.housemates.booking.outbox;

import java.time.Instant;

import io.housemates.booking.booking.Booking;
import io.housemates.booking.booking.BookingStatus;

/**
 * The personal data of a booking was erased (contracts/events/booking.erased.v1.schema.json).
 *
 * @param keyId of the data key that was destroyed; null when there never was one
 */
record BookingErased(String partnerId, String sessionId, String keyId, Head booking) {

    static BookingErased from(Booking booking) {
        return new BookingErased(booking.partnerId(), booking.sessionId(), booking.keyId(),
                new Head(booking.id(), booking.status(), booking.erasedAt()));
    }

    record Head(String id, BookingStatus status, Instant erasedAt) {
    }
}
