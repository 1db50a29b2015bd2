package io.housemates.checkout.session;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.housemates.checkout.api.CheckoutError;
import io.housemates.checkout.retention.ForgottenPeople;
import io.housemates.platform.api.CommonError;
import io.smallrye.mutiny.Uni;

/** Forgets on request who stood behind a session that became no booking, before its time. */
@ApplicationScoped
class SessionErasure {

    private static final Logger LOG = Logger.getLogger(SessionErasure.class);

    private final LockedSessions locked;
    private final ForgottenPeople people;

    SessionErasure(LockedSessions locked, ForgottenPeople people) {
        this.locked = locked;
        this.people = people;
    }

    /** Doing so again changes nothing; what became of the money stays. */
    Uni<Void> erase(String sessionId) {
        return locked.with(sessionId, (session, payment) -> {
            refuseBookedOrLiving(session);
            session.details = null;
            return people.forget(List.of(sessionId))
                    .invoke(() -> LOG.infof("Personal data erased session=%s actor=admin", sessionId));
        });
    }

    private static void refuseBookedOrLiving(CheckoutSession session) {
        if (session.is(SessionState.COMPLETED)) {
            throw CheckoutError.BOOKING_ALREADY_COMPLETED.exception(session.bookingId);
        }
        if (!session.isOver()) {
            throw CommonError.CONFLICT.exception("the session is under way");
        }
    }
}
