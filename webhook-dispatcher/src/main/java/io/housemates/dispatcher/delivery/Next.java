package io.housemates.dispatcher.delivery;

import java.time.Duration;

/** What follows an attempt: another one after a delay, or the end of the delivery with a status. */
public record Next(DeliveryStatus status, Duration delay) {

    static Next finish(DeliveryStatus status) {
        return new Next(status, Duration.ZERO);
    }

    static Next retryAfter(Duration delay) {
        return new Next(DeliveryStatus.PENDING, delay);
    }

    public boolean isFinal() {
        return status != DeliveryStatus.PENDING;
    }

    Next notBefore(Duration wait) {
        return isFinal() || delay.compareTo(wait) >= 0 ? this : retryAfter(wait);
    }
}
