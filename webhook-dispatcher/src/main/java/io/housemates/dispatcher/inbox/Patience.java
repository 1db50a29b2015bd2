package io.housemates.dispatcher.inbox;

import java.time.Duration;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.housemates.dispatcher.delivery.Partitions;
import io.housemates.platform.DatabaseFailure;
import io.housemates.platform.inbox.Failures;
import io.smallrye.mutiny.Uni;

/**
 * How often a step of the intake is tried again; a consumer that gives up would stop for good, so a record is set aside
 * instead.
 */
@ApplicationScoped
class Patience {

    private static final Logger LOG = Logger.getLogger(Patience.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final int tries;

    Patience(InboxSettings settings) {
        this.tries = settings.tries();
    }

    /** As long as the database is away, and some times when it is not plain that trying again is of no use. */
    <T> Uni<T> retried(Supplier<Uni<T>> step) {
        return Uni.createFrom().deferred(step::get)
                .onFailure(failure -> Failures.mayPass(failure) || isAway(failure))
                .invoke(e -> LOG.warnf("Events not stored yet reason=\"%s\"", Failures.reason(e)))
                .onFailure(Patience::isAway).retry().withBackOff(SHORTEST_PAUSE, LONGEST_PAUSE).indefinitely()
                .onFailure(Failures::mayPass).retry().withBackOff(SHORTEST_PAUSE, LONGEST_PAUSE).atMost(tries);
    }

    /** After days of rest the first events may be faster than the partitions for them. */
    private static boolean isAway(Throwable failure) {
        return DatabaseFailure.mayPass(failure) || Partitions.isMissing(failure);
    }
}
