package io.housemates.booking.support;

import java.time.Instant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.ulid.UlidCreator;

import io.housemates.localstack.testing.Examples;
import io.housemates.localstack.testing.Kafka;

/** A checkout that completed elsewhere: the contract's example with ids of its own. */
public record Checkout(String bookingId, ObjectNode event) {

    public static Checkout of(TestPartner partner) {
        String bookingId = UlidCreator.getUlid().toString();
        return new Checkout(bookingId, Examples.of("checkout.completed")
                .put("sessionId", UlidCreator.getUlid().toString())
                .put("bookingId", bookingId)
                .put("partnerId", partner.id())
                .put("completedAt", Instant.now().toString()));
    }

    public String sessionId() {
        return event.get("sessionId").asText();
    }

    public Checkout complete() {
        Kafka.send("checkouts", sessionId(), "checkout.completed", Examples.bytes(event));
        return this;
    }
}
