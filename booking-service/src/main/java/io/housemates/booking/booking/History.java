package io.housemates.booking.booking;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import io.smallrye.mutiny.Uni;

/** The audit trail of all bookings. */
@ApplicationScoped
class History implements PanacheRepository<HistoryEntry> {

    Uni<List<HistoryEntry>> of(Booking booking) {
        return find("bookingId = ?1 order by position", booking.id()).list();
    }
}
