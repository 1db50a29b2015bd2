package io.housemates.booking.booking;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.housemates.platform.outbox.Outbox;
import io.smallrye.mutiny.Uni;

/** What can happen to a booking: the change, its line in the history and its announcement are one transaction. */
@ApplicationScoped
public class BookingService {

    private static final Logger LOG = Logger.getLogger(BookingService.class);

    private final BookingRecords records;
    private final Announcements announcements;
    private final Outbox outbox;
    private final Clock clock;

    BookingService(BookingRecords records, Announcements announcements, Outbox outbox, Clock clock) {
        this.records = records;
        this.announcements = announcements;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Stores a new booking and announces it, in the caller's transaction. */
    public Uni<Void> confirm(Booking booking) {
        return records.add(booking)
                .chain(() -> announcements.created(booking))
                .invoke(() -> LOG.infof("Booking confirmed booking=%s session=%s partner=%s", booking.id(), booking.sessionId(),
                        booking.partnerId()));
    }

    /** Gives a booking up; doing so again for the same reason changes nothing, for another one it is refused. */
    Uni<Booking> cancel(Scope scope, String id, CancellationReason reason) {
        return outbox.transaction(() -> records.lock(scope, id)
                .call(booking -> booking.cancel(reason, clock.instant()) ? tellCancelled(booking, scope.actor())
                        : Uni.createFrom().voidItem()));
    }

    /** Housing Hand agreed to stand as guarantor; being told again changes nothing. */
    Uni<Booking> confirmGuarantor(Scope scope, String id) {
        return outbox.transaction(() -> records.lock(scope, id)
                .call(booking -> booking.confirmGuarantor() ? tellUpdated(booking, scope.actor())
                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> tellUpdated(Booking booking, Actor actor) {
        return records.note(HistoryEntry.guarantorConfirmed(booking, clock.instant(), actor))
                .chain(() -> announcements.updated(booking))
                .invoke(() -> LOG.infof("Guarantor confirmed booking=%s actor=%s", booking.id(), actor));
    }

    private Uni<Void> tellCancelled(Booking booking, Actor actor) {
        return records.note(HistoryEntry.cancelled(booking, actor))
                .chain(() -> announcements.cancelled(booking))
                .invoke(() -> LOG.infof("Booking cancelled booking=%s reason=%s actor=%s", booking.id(),
                        booking.cancellation().reason().text(), actor));
    }
}
