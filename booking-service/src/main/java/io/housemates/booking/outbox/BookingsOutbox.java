package io.housemates.booking.outbox;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.booking.booking.Announcements;
import io.housemates.booking.booking.Booking;
import io.housemates.platform.outbox.Outbox;
import io.smallrye.mutiny.Uni;

/** What becomes of a booking → topic {@code bookings}, keyed by its id. */
@ApplicationScoped
class BookingsOutbox implements Announcements {

    private final Outbox outbox;

    BookingsOutbox(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Uni<Void> created(Booking booking) {
        return append("booking.created", booking);
    }

    @Override
    public Uni<Void> updated(Booking booking) {
        return append("booking.updated", booking);
    }

    @Override
    public Uni<Void> cancelled(Booking booking) {
        return append("booking.cancelled", booking);
    }

    @Override
    public Uni<Void> erased(Booking booking) {
        return outbox.append("bookings", booking.id(), "booking.erased", BookingErased.from(booking));
    }

    private Uni<Void> append(String type, Booking booking) {
        return outbox.append("bookings", booking.id(), type, BookingEvent.from(booking));
    }
}
