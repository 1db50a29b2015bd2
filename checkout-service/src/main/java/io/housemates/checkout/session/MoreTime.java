package io.housemates.checkout.session;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.hold.Holds;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** A student is still busy: moves the end of a living session, and of the unit it keeps, under the session's lock. */
@ApplicationScoped
class MoreTime {

    private final CheckoutSessions sessions;
    private final Holds holds;
    private final CheckoutConfig config;
    private final Clock clock;

    MoreTime(CheckoutSessions sessions, Holds holds, CheckoutConfig config, Clock clock) {
        this.sessions = sessions;
        this.holds = holds;
        this.config = config;
        this.clock = clock;
    }

    Uni<Void> give(String sessionId) {
        return Panache.withTransaction(() -> sessions.lock(sessionId)
                .invoke(session -> session.refuseOver(clock.instant()))
                .invoke(session -> session.extend(clock.instant(), config))
                .chain(session -> holds.prolong(sessionId, session.holdUntil())));
    }
}
