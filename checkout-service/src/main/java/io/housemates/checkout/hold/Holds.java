package io.housemates.checkout.hold;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.audit.Audit;
import io.housemates.platform.Ulids;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/** Keeps units for sessions; the caller has locked the session, so a session's hold is touched by one transaction at a time. */
@ApplicationScoped
public class Holds implements PanacheRepositoryBase<Hold, String> {

    private final Units units;
    private final Audit audit;
    private final Ulids ulids;
    private final Clock clock;

    Holds(Units units, Audit audit, Ulids ulids, Clock clock) {
        this.units = units;
        this.audit = audit;
        this.ulids = ulids;
        this.clock = clock;
    }

    /** Keeps a unit for the session until the given time; false when none is left. One already kept is kept longer. */
    public Uni<Boolean> take(String sessionId, String periodId, Instant until, String actor) {
        return keep(sessionId, periodId, until, actor).map(Objects::nonNull);
    }

    /** Keeps what the session keeps until the given time, if it keeps anything. */
    public Uni<Void> prolong(String sessionId, Instant until) {
        return ofSession(sessionId).invoke(hold -> {
            if (hold != null && hold.is(HoldState.ACTIVE)) {
                hold.expiresAt = until;
            }
        }).replaceWithVoid();
    }

    /** Sells the session the unit it keeps, or a free one; false when none is left. */
    public Uni<Boolean> consume(String sessionId, String periodId, String actor) {
        return keep(sessionId, periodId, clock.instant(), actor)
                .call(hold -> hold == null ? Uni.createFrom().voidItem()
                        : units.sell(periodId).chain(() -> audit.record(hold.consume(), "sold", actor)))
                .map(Objects::nonNull);
    }

    /** Whether a unit is kept for the session. */
    public Uni<Boolean> isKept(String sessionId) {
        return ofSession(sessionId).map(hold -> hold != null && hold.is(HoldState.ACTIVE));
    }

    /** Whether the session's unit is sold to it still. */
    public Uni<Boolean> isSold(String sessionId) {
        return ofSession(sessionId).map(hold -> hold != null && hold.is(HoldState.CONSUMED));
    }

    /** Gives back what the session keeps, if it keeps anything. */
    public Uni<Void> release(String sessionId, String why, String actor) {
        return ofSession(sessionId).chain(hold -> {
            if (hold == null || !hold.is(HoldState.ACTIVE)) {
                return Uni.createFrom().voidItem();
            }
            return units.giveBackHeld(hold.periodId).chain(() -> audit.record(hold.release(), why, actor));
        });
    }

    /** Gives back the unit that was sold to the session; false when that has happened already. */
    public Uni<Boolean> giveUp(String sessionId, String why, String actor) {
        return ofSession(sessionId).chain(hold -> {
            if (hold == null || !hold.is(HoldState.CONSUMED)) {
                return Uni.createFrom().item(false);
            }
            return units.giveBackBooked(hold.periodId).chain(() -> audit.record(hold.giveUp(), why, actor))
                    .replaceWith(true);
        });
    }

    /** Null when none is left. */
    private Uni<Hold> keep(String sessionId, String periodId, Instant until, String actor) {
        return ofSession(sessionId).chain(hold -> {
            if (hold != null && hold.is(HoldState.ACTIVE)) {
                hold.expiresAt = until;
                return Uni.createFrom().item(hold);
            }
            return units.take(periodId).chain(taken -> taken ? begin(hold, sessionId, periodId, until, actor)
                    : Uni.createFrom().nullItem());
        });
    }

    private Uni<Hold> begin(Hold earlier, String sessionId, String periodId, Instant until, String actor) {
        if (earlier != null) {
            return audit.record(earlier.activateAgain(until), "kept again", actor).replaceWith(earlier);
        }
        var hold = new Hold();
        hold.id = ulids.next();
        hold.sessionId = sessionId;
        hold.periodId = periodId;
        hold.state = HoldState.ACTIVE;
        hold.createdAt = clock.instant();
        hold.expiresAt = until;
        return persist(hold).call(() -> audit.record(hold.begin(), "kept", actor));
    }

    private Uni<Hold> ofSession(String sessionId) {
        return find("sessionId", sessionId).firstResult();
    }
}
