package io.housemates.checkout.session;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.api.CheckoutError;
import io.housemates.checkout.audit.Audit;
import io.housemates.checkout.details.DetailsSeal;
import io.housemates.checkout.details.SealedDetails;
import io.housemates.checkout.details.StudentDetails;
import io.housemates.checkout.hold.Holds;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Details given before payment: saving them keeps a unit for the session until it expires. */
@ApplicationScoped
class SavedDetails {

    private final DetailsSeal seal;
    private final CheckoutSessions sessions;
    private final Holds holds;
    private final Audit audit;
    private final CheckoutConfig config;
    private final Clock clock;

    SavedDetails(DetailsSeal seal, CheckoutSessions sessions, Holds holds, Audit audit, CheckoutConfig config, Clock clock) {
        this.seal = seal;
        this.sessions = sessions;
        this.holds = holds;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /** @param actor who brings them, for the audit */
    Uni<CheckoutSession> save(String sessionId, StudentDetails details, String actor) {
        return seal.seal(sessionId, details).chain(sealed -> keep(sessionId, sealed, actor));
    }

    private Uni<CheckoutSession> keep(String sessionId, SealedDetails details, String actor) {
        return Panache.withTransaction(() -> sessions.lock(sessionId)
                .invoke(session -> session.refuseOver(clock.instant()))
                .invoke(session -> session.extend(clock.instant(), config))
                .call(session -> keepUnit(session, actor))
                .call(session -> audit.record(session.saveDetails(details), "details saved", actor))
                // perhaps it was paid already
                .invoke(session -> session.due(clock.instant())));
    }

    private Uni<Void> keepUnit(CheckoutSession session, String actor) {
        return holds.take(session.id, session.periodId, session.holdUntil(), actor).invoke(taken -> {
            if (!taken) {
                throw CheckoutError.ROOM_NOT_AVAILABLE.exception();
            }
        }).replaceWithVoid();
    }
}
