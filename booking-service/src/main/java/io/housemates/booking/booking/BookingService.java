package io.housemates.booking.booking;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;

/** What can happen to a booking; each step joins or is one transaction. */
@ApplicationScoped
public class BookingService {

    private static final Logger LOG = Logger.getLogger(BookingService.class);

    private final Bookings bookings;
    private final Announcements announcements;

    BookingService(Bookings bookings, Announcements announcements) {
        this.bookings = bookings;
        this.announcements = announcements;
    }

    /** Stores a new booking and announces it, in the caller's transaction. */
    public Uni<Void> confirm(Booking booking) {
        return bookings.persist(booking)
                .chain(announcements::created)
                .invoke(() -> LOG.infof("Booking confirmed booking=%s session=%s partner=%s", booking.id(), booking.sessionId(),
                        booking.partnerId()));
    }
}
