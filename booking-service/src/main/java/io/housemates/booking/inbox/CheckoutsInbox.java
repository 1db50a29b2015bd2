package io.housemates.booking.inbox;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.housemates.booking.booking.BookingService;
import io.housemates.platform.event.CloudEvent;
import io.housemates.platform.inbox.Inbox;
import io.smallrye.mutiny.Uni;

/** Topic {@code checkouts} → a booking for every completed checkout. */
@ApplicationScoped
class CheckoutsInbox {

    private final Inbox inbox;
    private final BookingService bookings;
    private final ObjectMapper json;

    CheckoutsInbox(Inbox inbox, BookingService bookings, ObjectMapper json) {
        this.inbox = inbox;
        this.bookings = bookings;
        this.json = json;
    }

    @Incoming("checkouts")
    Uni<Void> receive(ConsumerRecord<String, byte[]> record) {
        return inbox.receive(record, this::handle);
    }

    private Uni<Void> handle(CloudEvent event) {
        return switch (event.type()) {
            case "checkout.completed" -> bookings.confirm(event.dataAs(CheckoutCompleted.class, json).toBooking());
            default -> Uni.createFrom().voidItem();
        };
    }
}
