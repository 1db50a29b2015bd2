package io.housemates.booking.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.platform.event.CloudEvent;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import io.smallrye.mutiny.Uni;

/** Events that overtook the completion of their checkout wait here for it. */
@ApplicationScoped
class EarlyEvents implements PanacheRepository<EarlyEvent> {

    /**
     * Until the caller's transaction ends, nobody else adds or looks for the booking: else an event could be kept just after
     * the booking looked for it.
     */
    Uni<Void> alone(String bookingId) {
        return Panache.getSession().chain(session -> session
                .createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?1, 0))", Integer.class)
                .setParameter(1, bookingId).getSingleResult()).replaceWithVoid();
    }

    Uni<Void> keep(String bookingId, CloudEvent event) {
        var early = new EarlyEvent();
        early.bookingId = bookingId;
        early.type = event.type();
        early.data = new String(event.data(), UTF_8);
        return persist(early).replaceWithVoid();
    }

    /** What waited for the booking, oldest first; it waits no longer. */
    Uni<List<EarlyEvent>> release(String bookingId) {
        return find("bookingId = ?1 order by position", bookingId).list().call(found -> delete("bookingId", bookingId));
    }
}
