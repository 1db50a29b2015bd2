package io.housemates.checkout.inbox;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.housemates.checkout.session.CancelledBookings;
import io.housemates.platform.api.ApiException;
import io.housemates.platform.event.CloudEvent;
import io.housemates.platform.event.UnreadableEventException;
import io.housemates.platform.inbox.Inbox;
import io.smallrye.mutiny.Uni;

/** Topic {@code bookings} → the unit and the money of a booking that was cancelled. */
@ApplicationScoped
class BookingsInbox {

    private final Inbox inbox;
    private final CancelledBookings cancelled;
    private final ObjectMapper json;

    BookingsInbox(Inbox inbox, CancelledBookings cancelled, ObjectMapper json) {
        this.inbox = inbox;
        this.cancelled = cancelled;
        this.json = json;
    }

    @Incoming("bookings")
    Uni<Void> receive(ConsumerRecord<String, byte[]> record) {
        return inbox.receiveOnly("booking.cancelled", record, this::handle);
    }

    private Uni<Void> handle(CloudEvent event) {
        var told = event.dataAs(BookingCancelled.class, json);
        var booking = told.booking();
        return cancelled.settle(told.sessionId(), booking.id(), booking.cancellationReason(), booking.cancelledAt())
                .onFailure(ApiException.class)
                .transform(unknown -> new UnreadableEventException("No session was completed as that booking."));
    }
}
