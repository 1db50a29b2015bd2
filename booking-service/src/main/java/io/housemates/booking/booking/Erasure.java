package io.housemates.booking.booking;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.housemates.platform.outbox.Outbox;
import io.smallrye.mutiny.Uni;

/**
 * Forgets the people behind a booking and keeps what was sold and paid. The key is destroyed here and, by the record without
 * value that this leaves on topic {@code personal-keys}, in every other service.
 */
@ApplicationScoped
class Erasure {

    private static final Logger LOG = Logger.getLogger(Erasure.class);

    private final BookingRecords records;
    private final Announcements announcements;
    private final Outbox outbox;
    private final Clock clock;

    Erasure(BookingRecords records, Announcements announcements, Outbox outbox, Clock clock) {
        this.records = records;
        this.announcements = announcements;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Doing so again changes nothing. */
    Uni<Booking> erase(Scope scope, String id) {
        return outbox.transaction(() -> records.lock(scope, id)
                .call(booking -> booking.erase(clock.instant()) ? forget(booking, scope.actor())
                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> forget(Booking booking, Actor actor) {
        return records.forgetPeople(booking)
                .chain(() -> records.note(HistoryEntry.erased(booking, actor)))
                .chain(() -> announcements.erased(booking))
                .invoke(() -> LOG.infof("Personal data erased booking=%s actor=%s", booking.id(), actor));
    }
}
