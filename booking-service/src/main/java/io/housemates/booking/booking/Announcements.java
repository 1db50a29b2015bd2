package io.housemates.booking.booking;

import io.smallrye.mutiny.Uni;

/** Tells the world what became of a booking, in the transaction that changes it. */
public interface Announcements {

    Uni<Void> created(Booking booking);

    Uni<Void> updated(Booking booking);

    Uni<Void> cancelled(Booking booking);

    Uni<Void> erased(Booking booking);
}
