package io.housemates.checkout.audit;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Keeps every transition: what moved, why, and who moved it. */
@ApplicationScoped
public class Audit {

    private static final Logger LOG = Logger.getLogger(Audit.class);

    private final Clock clock;
    private final MeterRegistry meters;

    Audit(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Writes the move in the caller's transaction.
     *
     * @param actor for example {@code partner}, {@code stripe}, {@code reconciler}
     */
    public Uni<Void> record(Move move, String why, String actor) {
        LOG.infof("%s moved %s=%s from=%s to=%s why=\"%s\" actor=%s", move.entity(), move.entity(), move.id(), move.from(),
                move.to(), why, actor);
        meters.counter("checkout.transitions", "entity", move.entity(), "from", move.from() == null ? "" : move.from().name(),
                "to", move.to().name()).increment();
        return Panache.getSession().chain(session -> session.persist(row(move, why, actor)));
    }

    private Transition row(Move move, String why, String actor) {
        var row = new Transition();
        row.entity = move.entity();
        row.entityId = move.id();
        row.from = move.from() == null ? null : move.from().name();
        row.to = move.to().name();
        row.why = why;
        row.actor = actor;
        row.at = clock.instant();
        return row;
    }
}
