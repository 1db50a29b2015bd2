package io.housemates.dispatcher.support;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.ulid.UlidCreator;

import io.housemates.localstack.testing.Examples;
import io.housemates.localstack.testing.Kafka;

/** A booking made elsewhere: the contract's example with an id of its own. */
public record Booking(String id, ObjectNode event) {

    public static Booking of(TestPartner partner) {
        String id = UlidCreator.getUlid().toString();
        ObjectNode event = Examples.of("booking.created").put("partnerId", partner.id());
        ((ObjectNode) event.get("booking")).put("id", id);
        return new Booking(id, event);
    }

    /** Announces it and returns the event's id. */
    public String create() {
        return Kafka.send("bookings", id, "booking.created", Examples.bytes(event));
    }

    public String cancel() {
        ObjectNode cancelled = event.deepCopy();
        ((ObjectNode) cancelled.get("booking")).put("status", "cancelled").put("cancelledAt", "2026-09-03T08:00:00Z")
                .put("cancellationReason", "cooling_off");
        return Kafka.send("bookings", id, "booking.cancelled", Examples.bytes(cancelled));
    }
}
