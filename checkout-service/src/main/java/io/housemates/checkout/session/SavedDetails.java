package io.housemates.checkout.session;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.api.CheckoutError;
import io.housemates.checkout.audit.Audit;
import io.housemates.checkout.details.StudentDetails;
import io.housemates.checkout.hold.Holds;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Details given before payment: saving them keeps a unit for the session until it expires. */
@ApplicationScoped
class SavedDetails {

    private static final String ACTOR = "partner";

    private final CheckoutSessions sessions;
    private final Holds holds;
    private final Audit audit;
    private final CheckoutConfig config;
    private final Clock clock;

    SavedDetails(CheckoutSessions sessions, Holds holds, Audit audit, CheckoutConfig config, Clock clock) {
        this.sessions = sessions;
        this.holds = holds;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    Uni<CheckoutSession> save(String sessionId, StudentDetails details) {
        return Panache.withTransaction(() -> sessions.lock(sessionId)
                .invoke(this::refuseOver)
                .invoke(session -> session.extend(clock.instant(), config))
                .call(this::keepUnit)
                .call(session -> audit.record(session.saveDetails(details), "details saved", ACTOR))
                // perhaps it was paid already
                .invoke(session -> session.nextStepAt = clock.instant()));
    }

    private void refuseOver(CheckoutSession session) {
        if (session.is(SessionState.COMPLETED)) {
            throw CheckoutError.BOOKING_ALREADY_COMPLETED.exception(session.bookingId);
        }
        if (!session.is(SessionState.NEEDS_ATTENTION) && (session.isOver() || session.isPastExpiry(clock.instant()))) {
            throw CheckoutError.CHECKOUT_SESSION_EXPIRED.exception();
        }
    }

    private Uni<Void> keepUnit(CheckoutSession session) {
        return holds.take(session.id, session.periodId, session.holdUntil(), ACTOR).invoke(taken -> {
            if (!taken) {
                throw CheckoutError.ROOM_NOT_AVAILABLE.exception();
            }
        }).replaceWithVoid();
    }
}
