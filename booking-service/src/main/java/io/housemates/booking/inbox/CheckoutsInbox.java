package io.housemates.booking.inbox;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.housemates.booking.booking.Booking;
import io.housemates.booking.booking.BookingService;
import io.housemates.platform.event.CloudEvent;
import io.housemates.platform.inbox.Inbox;
import io.smallrye.mutiny.Uni;

/** Topic {@code checkouts} → a booking for every completed checkout, and on the booking what became of its money. */
@ApplicationScoped
class CheckoutsInbox {

    private final Inbox inbox;
    private final BookingService bookings;
    private final MoneyEvents money;
    private final NewBookings newBookings;

    CheckoutsInbox(Inbox inbox, BookingService bookings, MoneyEvents money, NewBookings newBookings) {
        this.inbox = inbox;
        this.bookings = bookings;
        this.money = money;
        this.newBookings = newBookings;
    }

    @Incoming("checkouts")
    Uni<Void> receive(ConsumerRecord<String, byte[]> record) {
        return inbox.receive(record, this::handle);
    }

    private Uni<Void> handle(CloudEvent event) {
        if (event.type().equals("checkout.completed")) {
            return newBookings.of(event).chain(this::book);
        }
        return money.include(event) ? money.receive(event) : Uni.createFrom().voidItem();
    }

    private Uni<Void> book(Booking booking) {
        return money.holdBack(booking.id())
                .chain(() -> bookings.confirm(booking))
                .chain(() -> money.catchUp(booking.id()));
    }
}
