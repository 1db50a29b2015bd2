package io.housemates.booking.booking;

import java.util.List;

import io.housemates.platform.api.Envelope;

/** A whole, short list: {@code data.items}. */
record Items<T>(List<T> items) {

    static <T> Envelope<Items<T>> of(List<T> items) {
        return Envelope.ok(new Items<>(items));
    }
}
