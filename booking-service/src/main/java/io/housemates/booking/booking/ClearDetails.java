package io.housemates.booking.booking;

import java.io.IOException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.housemates.platform.OwnContext;
import io.housemates.platform.outbox.Outbox;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Seals what bookings of before there were data keys know about people; {@link Filing} makes them found. */
@ApplicationScoped
class ClearDetails {

    private static final Logger LOG = Logger.getLogger(ClearDetails.class);
    private static final int BATCH = 100;

    /** Served by booking_in_clear. */
    private static final String NEXT = "SELECT id, clear_details FROM booking WHERE clear_details IS NOT NULL LIMIT " + BATCH
            + " FOR UPDATE SKIP LOCKED";
    private static final String REMOVE = "UPDATE booking SET clear_details = NULL WHERE id = ?1";

    private final Bookings bookings;
    private final PersonalData personal;
    private final Outbox outbox;
    private final ObjectMapper json;

    ClearDetails(Bookings bookings, PersonalData personal, Outbox outbox, ObjectMapper json) {
        this.bookings = bookings;
        this.personal = personal;
        this.outbox = outbox;
        this.json = json;
    }

    @Scheduled(every = "${housemates.kept.look-for-clear-details}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP, skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> seal() {
        return Multi.createBy().repeating().uni(() -> OwnContext.run(() -> outbox.transaction(this::batch)))
                .whilst(done -> done == BATCH).collect().last()
                .onFailure().invoke(e -> LOG.warnf("Details not sealed yet reason=\"%s\"", e.getClass().getSimpleName()))
                .onFailure().recoverWithNull().replaceWithVoid();
    }

    private Uni<Integer> batch() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NEXT, Object[].class).getResultList())
                .call(rows -> Multi.createFrom().iterable(rows)
                        .onItem().transformToUniAndConcatenate(row -> seal((String) row[0], (String) row[1])).collect().last())
                .invoke(rows -> {
                    if (!rows.isEmpty()) {
                        LOG.infof("Details sealed bookings=%d", rows.size());
                    }
                }).map(List::size);
    }

    private Uni<Void> seal(String id, String clear) {
        return bookings.findById(id)
                .chain(booking -> booking.keyId() != null || booking.erasedAt() != null ? Uni.createFrom().voidItem()
                        : seal(booking, read(clear)))
                .chain(() -> Panache.getSession())
                .chain(session -> session.createNativeQuery(REMOVE).setParameter(1, id).executeUpdate()).replaceWithVoid();
    }

    private Uni<Void> seal(Booking booking, Details details) {
        return personal.seal(details, booking.id()).invoke(booking::keep).replaceWithVoid();
    }

    /** No cause: it may quote them. */
    private Details read(String clear) {
        try {
            return json.readValue(clear, Details.class);
        } catch (IOException notWrittenHere) {
            throw new IllegalStateException("details in clear cannot be read");
        }
    }
}
