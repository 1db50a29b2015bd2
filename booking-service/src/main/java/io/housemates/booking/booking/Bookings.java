package io.housemates.booking.booking;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.platform.api.PageRequest;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/** All bookings; a partner only ever sees its own. */
@ApplicationScoped
class Bookings implements PanacheRepositoryBase<Booking, String> {

    /** Null when there is none, or it is another partner's. */
    Uni<Booking> ofPartner(String partnerId, String id) {
        return find("id = ?1 and partnerId = ?2", id, partnerId).firstResult();
    }

    /** Newest first; served by the index booking_partner. */
    Uni<List<Booking>> page(String partnerId, PageRequest request) {
        return find("partnerId = ?1 order by id desc", partnerId)
                .range(request.offset(), request.offset() + request.perPage() - 1).list();
    }

    Uni<Long> countOf(String partnerId) {
        return count("partnerId", partnerId);
    }
}
